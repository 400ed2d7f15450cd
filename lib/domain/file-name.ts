const maximumLength = 200

// Control characters, invisible ones (which hold the bidi overrides), halves of surrogate pairs, line separators.
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu
// What Windows allows in no name.
const forbidden = /[<>:"|?*]/g
// https://learn.microsoft.com/windows/win32/fileio/naming-a-file
const reserved = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i

/**
 * A name under which a file can be shown and saved anywhere: no folders, nothing invisible, NFC, at most 200
 * UTF-16 units, its extension kept. Applied twice it changes nothing more.
 */
export function sanitizeFileName(raw: string): string {
  const last = raw.split(/[/\\]/).at(-1) ?? ''
  const clean = trimDots(last.replace(unseen, '').normalize('NFC').replace(forbidden, '_').replace(/\s+/gu, ' '))
  const safe = reserved.test(clean) ? `_${clean}` : clean
  return shorten(safe) || 'unnamed'
}

/** The extension of a sanitised name, in lower case without its dot; null where it has none. */
export function extensionOf(name: string): string | null {
  const extension = /[^.]\.([^.\s]+)$/.exec(name)?.[1]?.toLowerCase()
  // "informe 2.1" ends in a number, not in an extension.
  return extension !== undefined && /\p{L}/u.test(extension) ? extension : null
}

function shorten(name: string): string {
  if (name.length <= maximumLength) return name
  const extension = extensionOf(name)
  const ending = extension === null || extension.length > 20 ? '' : name.slice(-extension.length - 1)
  const stem = name.slice(0, maximumLength - ending.length)
  // The cut may fall inside a surrogate pair.
  return trimDots(stem.replace(/[\uD800-\uDBFF]$/, '')) + ending
}

// Leading dots hide a file; Windows drops trailing dots and spaces. `/[. ]+$/` would try every dot of a long row anew.
function trimDots(name: string): string {
  let [start, end] = [0, name.length]
  while (start < end && isDot(name[start])) start += 1
  while (start < end && isDot(name[end - 1])) end -= 1
  return name.slice(start, end)
}

function isDot(character: string | undefined): boolean {
  return character === '.' || character === ' '
}
