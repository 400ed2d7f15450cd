import { randomUUID } from 'node:crypto'

/** Prefix of the keys of whole objects. */
export const objectPrefix = 'objects/'
/** Prefix of the keys of what is still on its way. */
export const temporaryPrefix = 'temporary/'

/** Key of stored bytes, in 256 folders: `objects/ab/cdef…`. Throws for what is no SHA-256 in lower-case hex. */
export function objectKey(sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new TypeError(`not a SHA-256: ${sha256}`)
  return `${objectPrefix}${sha256.slice(0, 2)}/${sha256.slice(2)}`
}

/** The hash that a key names; null for a key of anything else. */
export function hashOfKey(key: string): string | null {
  const match = /^objects\/([0-9a-f]{2})\/([0-9a-f]{62})$/.exec(key)
  return match ? `${match[1]}${match[2]}` : null
}

export function temporaryKey(): string {
  return temporaryPrefix + randomUUID()
}

/** Prefix of the keys of records. */
export const recordPrefix = 'records/'

/** Key of a record by its name. Throws for a name that could lead elsewhere. */
export function recordKey(name: string): string {
  if (!/^[a-z]+\/[A-Za-z0-9._-]+$/.test(name)) throw new TypeError(`not the name of a record: ${name}`)
  return recordPrefix + name
}
