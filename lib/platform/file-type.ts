import { fileTypeFromBuffer } from 'file-type'
import type { Content } from '@/lib/domain/media-types'

/** How many of a file's first bytes its kind is told from; the sample size of `file-type`. */
export const sampleBytes = 4100

/**
 * Tells what a file is from its first bytes; `whole` says whether they are all of it. Text is UTF-8 without
 * control characters, whatever signature its first letters happen to spell ("MZ", "BM"); only a PDF may look
 * like text.
 */
export async function detectContent(head: Uint8Array, whole: boolean): Promise<Content> {
  const detected = await fileTypeFromBuffer(head)
  if (detected?.ext !== 'pdf' && isUtf8Text(head, whole)) return { kind: 'text' }
  return detected ? { kind: 'binary', extension: detected.ext } : { kind: 'unknown' }
}

// Tab, line feed, form feed, carriage return, and the escape of coloured logs are at home in text.
const controlCharacters = /[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]/

function isUtf8Text(bytes: Uint8Array, whole: boolean): boolean {
  try {
    // A sample may end inside a character; a whole file may not.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: !whole })
    return !controlCharacters.test(text)
  } catch {
    return false
  }
}
