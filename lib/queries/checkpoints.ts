import { connections } from '@/lib/db/client'
import { contradictionsOf, openCheckpoint, type Checkpoint, type Contradiction, type SignedCheckpoint } from '@/lib/domain/checkpoint'
import { SignedCheckpoint as SignedCheckpointText } from '@/lib/schemas/checkpoint'

/** Prefix of the names of kept checkpoints, which follow each other as their moments do. */
export const checkpointPrefix = 'checkpoints/'

/** A kept checkpoint held against the chains: null where its signature is not of the key. */
export interface ComparedCheckpoint {
  at: string | null
  contradictions: readonly Contradiction[] | null
}

/** Holds kept checkpoints against the chains that are there now, with the key, private or public, in PEM. */
export async function compareCheckpoints(texts: readonly string[], key: string): Promise<ComparedCheckpoint[]> {
  const opened = texts.map(text => opening(text, key))
  const hashes = await hashesOf(opened.flatMap(checkpoint => checkpoint?.heads ?? []))
  return opened.map(checkpoint => checkpoint === null ? { at: null, contradictions: null } : {
    at: checkpoint.at, contradictions: contradictionsOf(checkpoint, (chain, number) => hashes.get(`${chain} ${number}`)),
  })
}

function opening(text: string, key: string): Checkpoint | null {
  const signed = signedOf(text)
  return signed && openCheckpoint(signed, key)
}

/** A checkpoint as it is kept in the store, or within a line of the log. */
function signedOf(text: string): SignedCheckpoint | null {
  try {
    const value = JSON.parse(text) as { checkpoint?: unknown }
    return SignedCheckpointText.safeParse(value.checkpoint ?? value).data ?? null
  } catch {
    return null
  }
}

async function hashesOf(heads: readonly { chain: string; number: number }[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await connections().pool.query<{ chain: string; number: number; hash: string }>(
    'SELECT e.chain, e.number, e.hash FROM "Event" e JOIN unnest($1::text[], $2::int[]) AS h(chain, number) USING (chain, number)',
    [heads.map(({ chain }) => chain), heads.map(({ number }) => number)])
  return new Map(rows.map(({ chain, number, hash }) => [`${chain} ${number}`, hash]))
}
