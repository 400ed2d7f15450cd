import { createPublicKey, sign, verify } from 'node:crypto'
import { canonicalJson, type ChainHead } from './audit-chain'

/** Where every chain stood at a moment. Kept outside the database, it tells when one was cut off or written anew. */
export interface Checkpoint {
  /** Instant in UTC as `Date.toISOString` writes it. */
  at: string
  heads: readonly NamedHead[]
}

export interface NamedHead extends ChainHead {
  chain: string
}

/** A checkpoint as it is kept: its canonical text, and the Ed25519 signature of that in base64. */
export interface SignedCheckpoint {
  body: string
  signature: string
}

/** Where a chain is not the one of a checkpoint: it ends before that head, or leads to it by another history. */
export interface Contradiction {
  chain: string
  number: number
  reason: 'cut_off' | 'rewritten'
}

/** Signs a checkpoint with a private key in PEM. */
export function signCheckpoint({ at, heads }: Checkpoint, privateKey: string): SignedCheckpoint {
  const body = canonicalJson({ at, heads: heads.map(({ chain, number, hash }) => ({ chain, number, hash })) })
  return { body, signature: sign(null, Buffer.from(body), privateKey).toString('base64') }
}

/** The checkpoint of a kept text, by the key, private or public, in PEM; null where the signature is not its. */
export function openCheckpoint({ body, signature }: SignedCheckpoint, key: string): Checkpoint | null {
  if (!verify(null, Buffer.from(body), createPublicKey(key), Buffer.from(signature, 'base64'))) return null
  return JSON.parse(body) as Checkpoint
}

/** What `hashOf` an event, undefined where there is none, contradicts in a checkpoint. */
export function contradictionsOf(
  checkpoint: Checkpoint, hashOf: (chain: string, number: number) => string | undefined,
): Contradiction[] {
  return checkpoint.heads.flatMap(({ chain, number, hash }): Contradiction[] => {
    // The head of a chain without events is no event's.
    if (number === 0) return []
    const found = hashOf(chain, number)
    if (found === hash) return []
    return [{ chain, number, reason: found === undefined ? 'cut_off' : 'rewritten' }]
  })
}
