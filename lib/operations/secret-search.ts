import { redact, secretsIn } from '@/lib/checks/secrets'

/** Where secrets stand in a text, and the text without them where it was asked for. Never what they are. */
export interface SecretSearch {
  lines: readonly number[]
  redacted: Uint8Array | null
}

/** Looks for secrets in a text, and covers them where `redacts`. What is no UTF-8 is read as far as it is. */
export function findSecrets(bytes: Uint8Array, redacts: boolean): SecretSearch {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const secrets = secretsIn(text)
  const lines = [...new Set(secrets.map(({ place }) => place.line))]
  return { lines, redacted: redacts && secrets.length > 0 ? new TextEncoder().encode(redact(text, secrets)) : null }
}
