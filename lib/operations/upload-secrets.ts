import PQueue from 'p-queue'
import { failure, success, type Result } from '@/lib/domain/result'
import { runApart, type Limits } from '@/lib/platform/apart'
import { ByteBudget, type HeldBytes } from '@/lib/platform/held-bytes'
import { findSecrets, type SecretSearch } from './secret-search'

const mostBytes = 64 * 1024 * 1024
// Longer than that it would hold up other requests.
const atOnceBytes = 128 * 1024
const ordinary: Limits = { milliseconds: 60_000, heapMegabytes: 512 }

/** What the texts that are arriving, or wait to be searched or stored, may take together: four of the largest. */
export const textBudget = new ByteBudget(4 * mostBytes)
const waitSeconds = 30

/**
 * Reads a text into `held` before anything of it is stored, and gives its bytes: as they are where it holds no secret,
 * with each covered where `redacts`. Failures: `holds_secrets`, with the lines; `text_too_large`, and
 * `text_unsearchable` where the search takes too much time or memory; `too_many_texts` where others take up the memory.
 */
export async function withoutSecrets(
  chunks: AsyncIterable<Uint8Array>, redacts: boolean, held: HeldBytes, limits = ordinary,
): Promise<Result<Uint8Array[]>> {
  for await (const chunk of chunks) {
    if (held.size + chunk.byteLength > mostBytes) return failure('text_too_large', { values: { limit: mostBytes / 1024 ** 2 } })
    if (!held.add(chunk)) return failure('too_many_texts', { values: { seconds: waitSeconds } })
  }
  const searched = held.size <= atOnceBytes ? success(findSecrets(held.chunks(), redacts)) : await searchApart(held, redacts, limits)
  if (!searched.ok) return searched
  const { lines, redacted } = searched.value
  if (lines.length === 0) return success(held.chunks())
  return redacted ? success([redacted]) : failure('holds_secrets', { values: { count: lines.length, lines: lines.slice(0, mostLines).join(', ') } })
}

const mostLines = 10

const turns = new PQueue({ concurrency: 1 })

/** One at a time: each may take much memory. */
function searchApart(held: HeldBytes, redacts: boolean, limits: Limits): Promise<Result<SecretSearch>> {
  return turns.add(async () => {
    const searched = await runApart<SecretSearch>('secret-worker.mjs', { chunks: held.chunks(), redacts }, limits)
    return 'stopped' in searched ? failure('text_unsearchable') : success(searched.answer)
  })
}
