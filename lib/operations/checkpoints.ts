import { signCheckpoint, type SignedCheckpoint } from '@/lib/domain/checkpoint'
import { log } from '@/lib/platform/log'
import type { Storage } from '@/lib/platform/storage'
import { checkpointPrefix } from '@/lib/queries/checkpoints'
import { listChainHeads } from '@/lib/queries/events'

/**
 * Signs where every chain stands now and keeps that outside the database: in the store, and as a line of the log,
 * which an installation ships to where this server cannot change it.
 */
export async function writeCheckpoint(now: Date, parts: { files: Storage; privateKey: string }): Promise<SignedCheckpoint> {
  const at = now.toISOString()
  const checkpoint = signCheckpoint({ at, heads: await listChainHeads() }, parts.privateKey)
  log.info({ checkpoint }, 'audit checkpoint')
  await parts.files.writeRecord(`${checkpointPrefix}${at.replaceAll(':', '-')}.json`, JSON.stringify(checkpoint))
  return checkpoint
}
