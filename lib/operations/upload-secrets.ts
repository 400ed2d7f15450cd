import PQueue from 'p-queue'
import { failure, success, type Result } from '@/lib/domain/result'
import { runApart } from '@/lib/platform/apart'
import { findSecrets, type SecretSearch } from './secret-search'

const mostBytes = 64 * 1024 * 1024
// Longer than that it would hold up other requests.
const atOnceBytes = 128 * 1024
const limits = { milliseconds: 60_000, heapMegabytes: 512 }

/**
 * Reads a text before anything of it is stored, and gives its bytes: as they are where it holds no secret, with each
 * covered where `redacts`. Failures: `holds_secrets`, with the lines; `text_too_large` where it cannot be searched.
 */
export async function withoutSecrets(chunks: AsyncIterable<Uint8Array>, redacts: boolean): Promise<Result<Uint8Array>> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const chunk of chunks) {
    length += chunk.byteLength
    if (length > mostBytes) return failure('text_too_large', { values: { limit: mostBytes / 1024 ** 2 } })
    parts.push(chunk)
  }
  const bytes = Buffer.concat(parts)
  const { lines, redacted } = length <= atOnceBytes ? findSecrets(bytes, redacts) : await searchApart(bytes, redacts)
  if (lines.length === 0) return success(bytes)
  return redacted ? success(redacted) : failure('holds_secrets', { values: { count: lines.length, lines: lines.slice(0, mostLines).join(', ') } })
}

const mostLines = 10

const turns = new PQueue({ concurrency: 1 })

/** One at a time: each may take much memory. */
function searchApart(bytes: Uint8Array, redacts: boolean): Promise<SecretSearch> {
  return turns.add(async () => {
    const searched = await runApart<SecretSearch>('secret-worker.mjs', { bytes, redacts }, limits)
    if ('stopped' in searched) throw new Error(`the search for secrets was stopped: ${searched.stopped}`)
    return searched.answer
  })
}
