import { constants, type Dirent } from 'node:fs'
import { access, mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Storage } from './storage'
import { asStorageError, storageErrors } from './storage-error'
import { intake } from './storage-intake'
import { hashOfKey, objectKey, objectPrefix, recordKey, recordPrefix, temporaryKey, temporaryPrefix } from './storage-keys'

/** Files in a folder, which is made when it is needed. What is stored has reached the disk. */
export function localStorage(folder: string): Storage {
  const pathOf = (key: string) => path.join(folder, key)

  const ready = async () => {
    for (const prefix of [objectPrefix, temporaryPrefix]) {
      await mkdir(pathOf(prefix), { recursive: true, mode: 0o700 })
      await access(pathOf(prefix), constants.R_OK | constants.W_OK)
    }
  }

  const put: Storage['put'] = async (stream, limitBytes, holding = (_, move) => move()) => {
    const temporary = pathOf(temporaryKey())
    try {
      const stored = await arrive(stream, limitBytes, temporary)
      await holding(stored.sha256, () => storageErrors(moveDurably(temporary, pathOf(objectKey(stored.sha256)))))
      return stored
    } catch (error) {
      await rm(temporary, { force: true }).catch(() => undefined)
      throw error
    }
  }

  const arrive = async (stream: Readable, limitBytes: number, temporary: string) => {
    const taken = intake(stream, limitBytes)
    try {
      await ready()
      // Opened first: a stream opens its file when it may, which could be after the clearing away above.
      const file = await open(temporary, 'wx', 0o600)
      await pipeline(taken.chunks, file.createWriteStream({ flush: true }))
      return taken.result()
    } catch (error) {
      stream.destroy()
      throw taken.failure() ?? asStorageError(error)
    }
  }

  const read = async (sha256: string) => {
    const file = await orNull(open(pathOf(objectKey(sha256)), 'r'))
    return file && file.createReadStream()
  }

  async function* list() {
    for (const fan of await entriesOf(pathOf(objectPrefix))) {
      for (const file of await entriesOf(pathOf(objectPrefix + fan.name))) {
        const sha256 = hashOfKey(`${objectPrefix}${fan.name}/${file.name}`)
        const found = sha256 && (await orNull(stat(pathOf(objectKey(sha256)))))
        if (found) yield { sha256, storedAt: found.mtime }
      }
    }
  }

  const removeTemporary = async (moment: Date) => {
    let removed = 0
    for (const { name } of await entriesOf(pathOf(temporaryPrefix))) {
      const file = pathOf(temporaryPrefix + name)
      const found = await orNull(stat(file))
      if (!found || found.mtime >= moment) continue
      await rm(file, { force: true })
      removed += 1
    }
    return removed
  }

  const writeRecord = async (name: string, text: string) => {
    const temporary = pathOf(temporaryKey())
    await ready()
    await writeFile(temporary, text, { mode: 0o600, flag: 'wx', flush: true })
    await moveDurably(temporary, pathOf(recordKey(name)))
  }

  const readRecords = async (prefix: string) => {
    const names = (await entriesOf(pathOf(recordPrefix + prefix))).map(({ name }) => prefix + name).sort()
    return Promise.all(names.map(async name => ({ name, text: await readFile(pathOf(recordKey(name)), 'utf8') })))
  }

  return {
    put,
    read,
    storedAt: async sha256 => (await orNull(stat(pathOf(objectKey(sha256)))))?.mtime ?? null,
    remove: sha256 => rm(pathOf(objectKey(sha256)), { force: true }),
    list,
    removeTemporary,
    writeRecord,
    readRecords,
    ready,
  }
}

/** A rename survives a power cut once the folders that name the file are on the disk too. */
async function moveDurably(from: string, to: string): Promise<void> {
  const folder = path.dirname(to)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await rename(from, to)
  await syncFolder(folder)
  await syncFolder(path.dirname(folder))
}

async function syncFolder(folder: string): Promise<void> {
  // Windows opens no folders as files.
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function entriesOf(folder: string): Promise<Dirent[]> {
  return (await orNull(readdir(folder, { withFileTypes: true }))) ?? []
}

async function orNull<T>(attempt: Promise<T>): Promise<T | null> {
  try {
    return await attempt
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
