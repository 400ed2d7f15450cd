import { generateKeyPairSync, randomBytes, type JsonWebKey } from 'node:crypto'
import path from 'node:path'
import { keptText } from '@/lib/platform/kept-text'

/**
 * The key that the development provider signs with, made once and kept in `folder`: sessions of Dictamen
 * outlive a restart, and signing out of one shows the provider a token that it must still know as its own.
 */
export async function signingKey(folder: string): Promise<JsonWebKey> {
  return JSON.parse(await keptText(path.join(folder, 'identity-provider-key.json'), makeKey)) as JsonWebKey
}

function makeKey(): string {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const kid = randomBytes(8).toString('hex')
  return JSON.stringify({ ...privateKey.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' })
}
