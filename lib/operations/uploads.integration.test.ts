import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import net, { type AddressInfo } from 'node:net'
import { PassThrough, Readable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { connect, db, disconnect } from '@/lib/db/client'
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/database'
import type { Storage } from '@/lib/platform/storage'
import { createS3Store, testStores, type TestStore } from '@/lib/platform/testing/stores'
import { createAssessment, createOwner, fileUpload, type TestOwner } from './testing/evidence-rows'
import { receiveUpload, sweepUploads, type IncomingFile } from './uploads'

const slug = 'grupo-gad'
const hour = 3_600_000
const limitBytes = 7 * 1024 ** 2
const now = new Date('2026-11-24T12:00:00Z')
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const inHours = (hours: number) => new Date(Date.now() + hours * hour)

let database: TestDatabase
let owner: TestOwner
let requirementId: string

beforeAll(async () => {
  database = await createTestDatabase()
  connect(database.url)
  owner = await createOwner()
  requirementId = (await createAssessment(slug)).requirementId
})
afterAll(async () => {
  await disconnect()
  await database.drop()
})

describe.each(testStores)('into %s', (_, create) => {
  let place: TestStore
  let files: Storage

  beforeEach(async () => {
    place = await create()
    files = place.open()
    await db().evidence.deleteMany()
    await db().upload.deleteMany()
  })
  afterEach(() => place.close())

  type Changes = Partial<Pick<IncomingFile, 'assessmentSlug' | 'declaredLength'>>
  const receive = (name: string, content: Uint8Array, changes: Changes = {}) => {
    const stream = Readable.from(content.byteLength > 0 ? [content] : [], { objectMode: false })
    const file = { assessmentSlug: slug, name, declaredLength: content.byteLength, stream, ...changes }
    return receiveUpload(owner, file, now, { files, limitBytes })
  }

  const received = async (name: string, content: Uint8Array) => {
    const result = await receive(name, content)
    if (!result.ok) throw new Error(result.failure.code)
    return result.value
  }

  const stored = async () => {
    const found: string[] = []
    for await (const object of files.list()) found.push(object.sha256)
    return found
  }

  describe('a text that holds a secret', () => {
    // In pieces, so that no scanner of this repository takes it for one.
    const token = ['ghp', 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8'].join('_')
    const text = (filler = '') => Buffer.from(`# settings\nuser: portal\ntoken: ${token}\n${filler}`)
    // Long enough to be searched in a process of its own.
    const long = 'a line of a long report\n'.repeat(10_000)

    test.each([['short', ''], ['long', long]])('is refused with its line, and nothing of it is kept: %s', async (_, filler) => {
      const result = await receive('settings.yml', text(filler))
      expect(result).toEqual({ ok: false, failure: { code: 'holds_secrets', values: { count: 1, lines: '3' } } })
      expect(await stored()).toEqual([])
      expect(await db().upload.count()).toBe(0)
    })

    test.each([['short', ''], ['long', long]])('is stored with the secret covered where its sender asks for that: %s', async (_, filler) => {
      const content = text(filler)
      const file = { assessmentSlug: slug, name: 'settings.yml', declaredLength: content.byteLength, stream: Readable.from([content], { objectMode: false }), redacts: true }
      const result = await receiveUpload(owner, file, now, { files, limitBytes: 1_000_000 })
      if (!result.ok) throw new Error(result.failure.code)
      const stream = await files.read(result.value.sha256)
      const kept = Buffer.concat(await Array.fromAsync(stream ?? [])).toString()
      expect(kept).not.toContain(token.slice(4))
      expect(kept).toMatch(/^# settings\nuser: portal\ntoken: \[redacted:github\]\n/)
    })
  })

  async function keptNothing() {
    expect(await stored()).toEqual([])
    expect(await files.removeTemporary(inHours(1))).toBe(0)
    expect(await db().upload.count()).toBe(0)
  }

  test('a file is kept under a safe name, with the type of its bytes', async () => {
    const content = Buffer.from('groups: []\n')
    const result = await receive('../alerts\u202E.yml', content)
    expect(result).toEqual({
      ok: true,
      value: {
        id: expect.any(String), name: 'alerts.yml', size: content.byteLength, mediaType: 'application/yaml',
        sha256: sha256(content),
      },
    })
    expect(await db().upload.findMany()).toMatchObject([{ userId: owner.userId, name: 'alerts.yml', createdAt: now }])
    expect(await stored()).toEqual([sha256(content)])
  })

  test.each<[string, string, Uint8Array, object, object]>([
    ['an empty file', 'a.txt', Buffer.alloc(0), {}, { code: 'empty_file' }],
    [
      'too large a file', 'a.txt', Buffer.from('a'), { declaredLength: limitBytes + 1 },
      { code: 'too_large', values: { limit: 7 } },
    ],
    ['an unknown assessment', 'a.txt', Buffer.from('a'), { assessmentSlug: 'otra' }, { code: 'not_found' }],
    ['fewer bytes than were said', 'a.txt', Buffer.from('abc'), { declaredLength: 4 }, { code: 'interrupted' }],
    ['more bytes than were said', 'a.txt', Buffer.from('abc'), { declaredLength: 2 }, { code: 'interrupted' }],
    [
      'a program under another name', 'a.pdf', Buffer.from('MZ\x90\0\0\0'), {},
      { code: 'wrong_type', values: { extension: 'pdf', found: 'exe' } },
    ],
    ['a program', 'a.exe', Buffer.from('MZ\x90\0\0\0'), {}, { code: 'type_not_accepted', values: { found: 'exe' } }],
  ])('%s is refused and leaves nothing', async (_, name, content, changes, failure) => {
    expect(await receive(name, content, changes)).toEqual({ ok: false, failure })
    await keptNothing()
  })

  test('a file of the wrong kind is refused by its beginning', async () => {
    const stream = new PassThrough()
    stream.write(Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(5000, 'a')]))
    const file = { assessmentSlug: slug, name: 'a.png', declaredLength: limitBytes, stream }
    const result = await receiveUpload(owner, file, now, { files, limitBytes })
    expect(result).toMatchObject({ failure: { code: 'wrong_type' } })
  })

  test('a stream that breaks off leaves nothing', async () => {
    const stream = new PassThrough()
    const file = { assessmentSlug: slug, name: 'a.txt', declaredLength: 6 * 1024 ** 2, stream }
    const result = receiveUpload(owner, file, now, { files, limitBytes })
    stream.write(Buffer.alloc(100_000, 'a'))
    await wait(300)
    stream.destroy(new Error('connection lost'))
    expect(await result).toEqual({ ok: false, failure: { code: 'interrupted' } })
    await keptNothing()
  })

  test('the same bytes uploaded many times at once are one object and many rows', async () => {
    const names = ['1.txt', '2.txt', '3.txt', '4.txt', '5.txt']
    const results = await Promise.all(names.map(name => receive(name, Buffer.from('acta'))))
    expect(results.every(result => result.ok)).toBe(true)
    expect(await db().upload.count()).toBe(5)
    expect(await stored()).toEqual([sha256(Buffer.from('acta'))])
  })

  test('a sweep removes what nobody submitted, and spares what is evidence', async () => {
    const submitted = await received('acta.txt', Buffer.from('acta'))
    const fileId = await fileUpload(owner, requirementId, submitted, now)
    const forgotten = await received('olvidado.txt', Buffer.from('olvidado'))
    const twin = await received('acta-otra-vez.txt', Buffer.from('acta'))
    await db().upload.update({ where: { id: forgotten.id }, data: { createdAt: inHours(0) } })
    await db().upload.update({ where: { id: twin.id }, data: { createdAt: inHours(0) } })

    expect(await sweepUploads(inHours(23), files)).toEqual({ uploads: 0, objects: 0, temporaries: 0 })
    expect(await sweepUploads(inHours(25), files)).toEqual({ uploads: 2, objects: 1, temporaries: 0 })
    expect(await stored()).toEqual([submitted.sha256])
    expect(await db().evidenceFile.findUnique({ where: { id: fileId } })).toMatchObject({ sha256: submitted.sha256 })
  })

  test('an object that a crash left is removed after an hour, not before', async () => {
    await files.put(Readable.from([Buffer.from('huérfano')]), limitBytes)
    expect((await sweepUploads(inHours(0), files)).objects).toBe(0)
    expect((await sweepUploads(inHours(2), files)).objects).toBe(1)
    expect(await stored()).toEqual([])
  })

  test('an upload of the very bytes that a sweep removes has its file, or no row', async () => {
    const content = randomBytes(64).toString('hex')
    for (let round = 0; round < 5; round += 1) {
      await files.put(Readable.from([Buffer.from(content)]), limitBytes)
      // Seen from two hours ahead even the newest object looks old: the lock alone must keep both apart.
      const [result] = await Promise.all([receive('acta.txt', Buffer.from(content)), sweepUploads(inHours(2), files)])
      const rows = await db().upload.count()
      expect(rows).toBe(result.ok ? 1 : 0)
      if (!result.ok) expect(result.failure.code).toBe('storage_unavailable')
      if (rows > 0) expect(await stored()).toEqual([sha256(Buffer.from(content))])
      await db().upload.deleteMany()
    }
  })
})

test('a store that stalls while it moves ten files leaves the pages their connections', async () => {
  const place = await createS3Store()
  const between = await stallsCopies(place.port)
  const uploads = Array.from({ length: 10 }, (_, index) => {
    const content = Buffer.from(`acta ${index}`)
    const file = { assessmentSlug: slug, name: 'acta.txt', declaredLength: content.byteLength, stream: Readable.from([content]) }
    return receiveUpload(owner, file, now, { files: place.open(between.port), limitBytes })
  })
  await expect.poll(() => between.moving(), { timeout: 10_000 }).toBe(10)
  // Each has arrived and asks for its move next.
  await wait(300)
  expect(await db().assessment.count()).toBe(1)
  between.close()
  for (const result of await Promise.all(uploads)) expect(result).toMatchObject({ failure: { code: 'storage_unavailable' } })
  await place.close()
})

/** Stands before the server on `port`, and keeps to itself whatever asks for a copy, and all that follows on its connection. */
async function stallsCopies(port: number) {
  let arrived = 0
  const ends: net.Socket[] = []
  const server = net.createServer(sender => {
    const store = net.connect(port, '127.0.0.1')
    for (const end of [sender, store]) ends.push(end.on('error', () => undefined))
    let stalled = false
    sender.on('data', chunk => {
      stalled ||= chunk.includes('x-amz-copy-source')
      if (stalled) return
      if (chunk.includes('HEAD /evidence/temporary/')) arrived += 1
      store.write(chunk)
    })
    store.on('data', chunk => sender.write(chunk))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    /** How many files have arrived and were looked at before their move. */
    moving: () => arrived,
    close: () => {
      ends.forEach(end => end.destroy())
      server.close()
    },
  }
}
