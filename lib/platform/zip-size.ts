import { inflateRawSync } from 'node:zlib'

/**
 * Whether a ZIP archive holds no more than `limit` bytes in all. It is inflated to tell: what an archive says of its
 * own size may be a lie. Throws where it is no whole archive, or of a kind that nobody writes spreadsheets in.
 */
export function inflatesWithin(zip: Buffer, limit: number): boolean {
  const end = zip.lastIndexOf(endSignature)
  if (end < 0) throw new Error('no end of the central directory')
  let left = limit
  let at = zip.readUInt32LE(end + 16)
  for (let entries = zip.readUInt16LE(end + 10); entries > 0; entries--) {
    if (zip.readUInt32LE(at) !== 0x02014b50) throw new Error('no entry of the central directory')
    const size = inflatedSize(zip, at, left)
    if (size === null || size > left) return false
    left -= size
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return true
}

const endSignature = Buffer.from([0x50, 0x4b, 0x05, 0x06])

/** The true size of the entry that the central directory describes at `at`; null where it is more than `limit`. */
function inflatedSize(zip: Buffer, at: number, limit: number): number | null {
  const method = zip.readUInt16LE(at + 10)
  const compressed = zip.readUInt32LE(at + 20)
  const local = zip.readUInt32LE(at + 42)
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
  if (method === 0) return compressed
  if (method !== 8) throw new Error(`compression method ${method}`)
  try {
    return inflateRawSync(zip.subarray(start, start + compressed), { maxOutputLength: Math.max(1, limit) }).length
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
