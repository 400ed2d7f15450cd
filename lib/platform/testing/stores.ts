import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import S3rver from 's3rver'
import type { Storage } from '../storage'
import { localStorage } from '../storage-local'
import { s3Storage } from '../storage-s3'

/** A place to store files in that a test has to itself. */
export interface TestStore {
  /** A store on that place, as a process that has just started would open it. */
  open: () => Storage
  close: () => Promise<void>
}

/** Both kinds of store, so that one table of tests speaks of both. */
export const testStores: [string, () => Promise<TestStore>][] = [
  ['a folder', createFolderStore],
  ['an S3 server', createS3Store],
]

async function createFolderStore(): Promise<TestStore> {
  const folder = await mkdtemp(path.join(tmpdir(), 'dictamen-files-'))
  return { open: () => localStorage(folder), close: () => rm(folder, { recursive: true, force: true }) }
}

/** An S3 server of the test's own, and where it listens; `open` may go by another port, where something stands in between. */
export async function createS3Store(): Promise<TestStore & { port: number; open: (through?: number) => Storage }> {
  const directory = await mkdtemp(path.join(tmpdir(), 'dictamen-s3-'))
  const bucket = 'evidence'
  const configureBuckets = [{ name: bucket, configs: [] }]
  const server = new S3rver({ address: '127.0.0.1', port: 0, silent: true, directory, configureBuckets })
  const { port } = await server.run()
  const credentials = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' }
  return {
    port,
    open: (through = port) => s3Storage({ endpoint: `http://127.0.0.1:${through}`, region: 'us-east-1', bucket, ...credentials }),
    close: async () => {
      await server.close()
      // It may still be tidying up after its last answer.
      await rm(directory, { recursive: true, maxRetries: 5 })
    },
  }
}
