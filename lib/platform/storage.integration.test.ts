import { createHash, randomBytes } from 'node:crypto'
import { EventEmitter, once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import net, { type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { PassThrough, Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Storage } from './storage'
import { localStorage } from './storage-local'
import { s3Storage } from './storage-s3'
import { createS3Store, testStores, type TestStore } from './testing/stores'

const megabyte = 1024 ** 2
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const longAgo = new Date(0)
const inAnHour = () => new Date(Date.now() + 3_600_000)

describe.each(testStores)('%s', (_, create) => {
  let place: TestStore
  let store: Storage

  beforeEach(async () => {
    place = await create()
    store = place.open()
  })
  afterEach(() => place.close())

  const names = async () => {
    const found: string[] = []
    for await (const { sha256 } of store.list()) found.push(sha256)
    return found
  }

  async function keepsNothing() {
    expect(await names()).toEqual([])
    expect(await store.removeTemporary(inAnHour())).toBe(0)
  }

  test('20 MB come back to the byte after a restart', async () => {
    const bytes = randomBytes(20 * megabyte)
    const chunks = Array.from({ length: 20 }, (_, index) => bytes.subarray(index * megabyte, (index + 1) * megabyte))
    expect(await store.put(Readable.from(chunks, { objectMode: false }), 20 * megabyte))
      .toEqual({ sha256: sha256(bytes), size: bytes.byteLength })
    const read = await place.open().read(sha256(bytes))
    expect(read && sha256(await buffer(read))).toBe(sha256(bytes))
    expect(await store.removeTemporary(inAnHour())).toBe(0)
  })

  test('what is stored is listed with its time, and is gone when removed', async () => {
    const { sha256: name } = await store.put(Readable.from([Buffer.from('acta')]), 10)
    const storedAt = await store.storedAt(name)
    expect(Math.abs(Number(storedAt) - Date.now())).toBeLessThan(60_000)
    expect(await names()).toEqual([name])
    await store.remove(name)
    await store.remove(name)
    expect(await store.read(name)).toBeNull()
    expect(await store.storedAt(name)).toBeNull()
    expect(await names()).toEqual([])
  })

  test('the same bytes twice are one object, the second time fresh', async () => {
    const bytes = Buffer.from('acta')
    const { sha256: name } = await store.put(Readable.from([bytes]), 10)
    const first = await store.storedAt(name)
    await wait(1_100)
    await store.put(Readable.from([bytes]), 10)
    expect(await names()).toEqual([name])
    expect(Number(await store.storedAt(name))).toBeGreaterThan(Number(first))
  })

  test('an empty stream is refused and leaves nothing', async () => {
    await expect(store.put(Readable.from([]), 10)).rejects.toMatchObject({ code: 'empty_file' })
    await keepsNothing()
  })

  test.each([['small', 11, 10], ['in several parts', 7 * megabyte, 6 * megabyte]])(
    'a stream above the limit, %s, is refused, destroyed and leaves nothing', async (_, size, limit) => {
      const stream = Readable.from([randomBytes(size)], { objectMode: false })
      await expect(store.put(stream, limit)).rejects.toMatchObject({ code: 'too_large' })
      expect(stream.destroyed).toBe(true)
      await keepsNothing()
    },
  )

  test.each([['at the beginning', 3], ['after 6 MB', 6 * megabyte]])(
    'a stream that breaks off %s leaves nothing', async (_, size) => {
      const stream = new PassThrough()
      const attempt = expect(store.put(stream, 20 * megabyte)).rejects.toMatchObject({ code: 'interrupted' })
      if (!stream.write(randomBytes(size))) await once(stream, 'drain')
      await wait(300)
      stream.destroy(new Error('connection lost'))
      await attempt
      await keepsNothing()
    },
  )

  test('a stream that broke before it was handed over leaves nothing', async () => {
    const stream = new PassThrough()
    stream.on('error', () => undefined).destroy(new Error('connection lost'))
    await expect(store.put(stream, 10)).rejects.toMatchObject({ code: 'interrupted' })
    await keepsNothing()
  })

  test('what keeps others away fails by its own name, not by the name of the store', async () => {
    const lost = new Error('Connection terminated unexpectedly')
    await expect(store.put(Readable.from([Buffer.from('acta')]), 10, () => Promise.reject(lost))).rejects.toBe(lost)
    await keepsNothing()
  })

  test('a temporary that is young is left alone', async () => {
    const stream = new PassThrough()
    const stored = store.put(stream, 10)
    stream.write('acta')
    await wait(300)
    expect(await store.removeTemporary(longAgo)).toBe(0)
    stream.end()
    expect((await stored).size).toBe(4)
  })

  test('a name that is no hash never reaches the store', async () => {
    await expect(store.read('../../etc/passwd')).rejects.toThrow('not a SHA-256')
  })

  test('is ready', async () => {
    await store.ready()
  })
})

test('what an interrupted process left in a folder is removed once it is old', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'dictamen-left-'))
  const store = localStorage(folder)
  await store.ready()
  await writeFile(path.join(folder, 'temporary', 'left'), 'half')
  expect(await store.removeTemporary(longAgo)).toBe(0)
  expect(await store.removeTemporary(inAnHour())).toBe(1)
  await rm(folder, { recursive: true })
})

const s3 = (endpoint: string) =>
  s3Storage({ endpoint, region: 'us-east-1', bucket: 'evidence', accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' })

describe('a store that cannot be reached fails within 5 s', () => {
  let silent: net.Server
  beforeAll(async () => {
    silent = net.createServer(() => undefined).listen(0, '127.0.0.1')
    await once(silent, 'listening')
  })
  afterAll(() => silent.close())

  const stores: [string, () => Storage][] = [
    ['nobody listens', () => s3('http://127.0.0.1:9')],
    ['somebody listens and says nothing', () => s3(`http://127.0.0.1:${(silent.address() as AddressInfo).port}`)],
    ['packets are lost', () => s3('http://192.0.2.1:9000')],
    ['no such host', () => s3('http://store.invalid')],
    ['the folder is a file', () => localStorage(import.meta.filename)],
  ]

  test.concurrent.each(stores)('%s', async (_, open) => {
    const store = open()
    const within = async (attempt: Promise<unknown>) => {
      const started = performance.now()
      await expect(attempt).rejects.toThrow()
      expect(performance.now() - started).toBeLessThan(5_000)
    }
    const stream = Readable.from([Buffer.alloc(6 * megabyte)], { objectMode: false })
    const put = store.put(stream, 10 * megabyte)
    await expect(put).rejects.toMatchObject({ code: 'storage_unavailable' })
    await within(store.put(Readable.from([Buffer.from('acta')]), 10))
    await within(store.ready())
    await within(store.read('a'.repeat(64)))
    expect(stream.destroyed).toBe(true)
  })
})

test('a store that falls silent while it takes bytes is known to within 5 s', async () => {
  const place = await createS3Store()
  const between = await fallsSilentAfter(3 * megabyte, place.port)
  const put = s3(between.endpoint).put(Readable.from([randomBytes(12 * megabyte)], { objectMode: false }), 20 * megabyte)
  const failed = expect(put).rejects.toMatchObject({ code: 'storage_unavailable' })
  await between.silent
  const since = performance.now()
  await failed
  expect(performance.now() - since).toBeLessThan(5_000)
  between.close()
  // What had arrived is no object, and the sweep takes it away.
  const store = place.open()
  for await (const { sha256 } of store.list()) expect.unreachable(sha256)
  await store.removeTemporary(inAnHour())
  expect(await store.removeTemporary(inAnHour())).toBe(0)
  await place.close()
})

/** Stands before the server on `port`, passes so many bytes on to it, and from then on keeps every connection open and passes nothing. */
async function fallsSilentAfter(bytes: number, port: number) {
  let left = bytes
  const ends: net.Socket[] = []
  const silence = new EventEmitter()
  const server = net.createServer(sender => {
    const store = net.connect(port, '127.0.0.1')
    for (const end of [sender, store]) ends.push(end.on('error', () => undefined))
    sender.on('data', chunk => {
      left -= chunk.byteLength
      if (left > 0) store.write(chunk)
      else silence.emit('silence')
    })
    store.on('data', chunk => { if (left > 0) sender.write(chunk) })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    silent: once(silence, 'silence'),
    close: () => {
      ends.forEach(end => end.destroy())
      server.close()
    },
  }
}
