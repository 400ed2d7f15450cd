import { redact, secretsIn } from '@/lib/checks/secrets'

/** Where secrets stand in a text, and the text without them where it was asked for. Never what they are. */
export interface SecretSearch {
  lines: readonly number[]
  redacted: Uint8Array | null
}

// Whoever is refused reads of a few lines, and mends the rest alike.
const enough = 1_000

/** Looks for secrets in a text, for the first of them unless it `redacts` all. What is no UTF-8 is read as far as it is. */
export function findSecrets(chunks: readonly Uint8Array[], redacts: boolean): SecretSearch {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(Buffer.concat(chunks))
  const secrets = secretsIn(text, redacts ? Infinity : enough)
  const lines = [...new Set(secrets.map(({ place }) => place.line))]
  return { lines, redacted: redacts && secrets.length > 0 ? new TextEncoder().encode(redact(text, secrets)) : null }
}
