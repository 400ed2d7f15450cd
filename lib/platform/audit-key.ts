import { generateKeyPairSync } from 'node:crypto'
import path from 'node:path'
import { environment } from './env'
import { keptText } from './kept-text'

/**
 * The private key, in PEM, that checkpoints of the audit trail are signed with: `AUDIT_SIGNING_KEY`, else one that
 * was made once and is kept in `DATA_DIR`, outside the database that it vouches for.
 */
export async function auditKey(): Promise<string> {
  const { AUDIT_SIGNING_KEY, DATA_DIR } = environment()
  return AUDIT_SIGNING_KEY ?? keptText(path.join(DATA_DIR, 'audit-signing-key'), makeKey)
}

function makeKey(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
}
