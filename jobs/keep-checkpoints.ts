import { writeCheckpoint } from '@/lib/operations/checkpoints'
import { log } from '@/lib/platform/log'
import type { Storage } from '@/lib/platform/storage'
import { listChainHeads } from '@/lib/queries/events'

const hourMilliseconds = 3_600_000

/**
 * Signs where the audit trail stands and keeps that outside the database: before this resolves, every hour in which it
 * moved, and when it is stopped, so that the first and the last say how the server found and left everything. What fails
 * is logged and tried again at the next turn; where the store is away the log has it.
 */
export async function keepCheckpoints(parts: { files: Storage; privateKey: () => Promise<string> }): Promise<{ stop: () => Promise<void> }> {
  // Where the trail stood when it was last kept: what has not moved since needs no other checkpoint.
  let kept = ''
  const keep = async () => {
    try {
      const heads = await listChainHeads()
      if (JSON.stringify(heads) === kept) return
      await writeCheckpoint(heads, new Date(), { files: parts.files, privateKey: await parts.privateKey() })
      kept = JSON.stringify(heads)
    } catch (error) {
      log.error({ error }, 'the checkpoint was not stored')
    }
  }
  await keep()
  const hourly = setInterval(() => void keep(), hourMilliseconds)
  const stop = () => {
    clearInterval(hourly)
    return keep()
  }
  return { stop }
}
