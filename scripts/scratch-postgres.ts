import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startEmbeddedPostgres, type EmbeddedPostgres } from '@/lib/platform/embedded-postgres'

/** A Postgres server for the length of a run; `stop` deletes it. */
export async function startScratchPostgres(): Promise<EmbeddedPostgres> {
  const folder = await mkdtemp(path.join(tmpdir(), 'dictamen-'))
  // Root's server runs as another user, which passes through here; what lies inside has modes of its own.
  await chmod(folder, 0o711)
  const server = await startEmbeddedPostgres({ folder, log: () => undefined, durable: false })
  const stop = async () => {
    await server.stop()
    await rm(folder, { recursive: true })
  }
  return { url: server.url, stop }
}
