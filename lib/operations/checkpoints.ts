import { signCheckpoint, type NamedHead, type SignedCheckpoint } from '@/lib/domain/checkpoint'
import { record } from '@/lib/platform/log'
import type { Storage } from '@/lib/platform/storage'
import { checkpointPrefix } from '@/lib/queries/checkpoints'

/**
 * Signs where every chain stands now, which `heads` says, and keeps that outside the database: in the store, and as
 * a line of the log, which an installation ships to where this server cannot change it.
 */
export async function writeCheckpoint(
  heads: readonly NamedHead[], now: Date, parts: { files: Storage; privateKey: string },
): Promise<SignedCheckpoint> {
  const at = now.toISOString()
  const checkpoint = signCheckpoint({ at, heads }, parts.privateKey)
  record.info({ checkpoint }, 'audit checkpoint')
  await parts.files.writeRecord(`${checkpointPrefix}${at.replaceAll(':', '-')}.json`, JSON.stringify(checkpoint))
  return checkpoint
}
