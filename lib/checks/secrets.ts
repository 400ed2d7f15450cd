import { placesOf, type Place } from './place'

/** What a secret is by its shape: the findings of `file/secret`. */
export const secretKinds = [
  'private-key', 'aws', 'github', 'gitlab', 'slack', 'discord', 'google', 'azure', 'stripe', 'sendgrid', 'telegram', 'fly', 'npm',
  'pypi', 'docker', 'digitalocean', 'ai', 'grafana', 'vault', 'jwt', 'authorization', 'url-password', 'scanner-report', 'assignment',
] as const
export type SecretKind = (typeof secretKinds)[number]

/** Where a secret stands in a text, and never what it is; `start` and `end` are offsets into the text. */
export interface FoundSecret {
  kind: SecretKind
  place: Place
  start: number
  end: number
}

/**
 * The secrets in a text by their shapes, in the order in which they stand and none within another. Takes time in
 * proportion to the text, whatever is in it, and memory in proportion to what is found: of each shape the first `most`.
 * Placeholders are none: `${TOKEN}`, `<your token>`, `changeme`.
 */
export function secretsIn(text: string, most = Infinity): FoundSecret[] {
  const spans = [privateKeys(text), ...shapes.map(shape => matchesOf(text, shape))].flatMap(found => [...found.take(most)])
  if (spans.length === 0) return []
  // At one place the longest goes first, and what is named more exactly before what is not.
  spans.sort((a, b) => a.start - b.start || b.end - a.end || secretKinds.indexOf(a.kind) - secretKinds.indexOf(b.kind))
  const place = placesOf(text)
  const found: FoundSecret[] = []
  for (const { kind, start, end } of spans) {
    const last = found.at(-1)
    if (!last || start >= last.end) found.push({ kind, place: place(start), start, end: endOfWord(text, end) })
    else if (end > last.end) last.end = endOfWord(text, end)
  }
  return found
}

/** What is glued to a secret goes with it: left behind, it could look like another that begins there. */
function endOfWord(text: string, end: number): number {
  let at = end
  while (at < text.length && isWord(text.charCodeAt(at))) at += 1
  return at
}

/** A letter or digit of ASCII, `_` or `-`. */
function isWord(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95 || code === 45
}

/**
 * The text with a marker in place of each secret, of one width whatever the secret was, and as many lines as before.
 * No secret is found in it any more.
 */
export function redact(text: string, secrets: readonly FoundSecret[]): string {
  const parts: string[] = []
  let from = 0
  for (const { kind, start, end } of secrets) {
    parts.push(text.slice(from, start), `[redacted:${kind}]`, text.slice(start, end).replace(/[^\r\n]+/g, ''))
    from = end
  }
  return parts.join('') + text.slice(from)
}

interface Span {
  kind: SecretKind
  start: number
  end: number
}

interface Shape {
  kind: SecretKind
  /** Where it has groups, `value` alone is the secret and stands after `before`. Bounded wherever it could begin anew within itself. */
  pattern: RegExp
  /** A text without this holds none. */
  within?: string
  /** Whether what has the shape is a secret. */
  holds: (value: string, match: RegExpExecArray) => boolean
}

/**
 * Tokens that name who issued them, by what their issuers and the rules of gitleaks say of them (gitleaks/gitleaks,
 * `config/gitleaks.toml`, read November 2026).
 */
const tokens: Partial<Record<SecretKind, readonly RegExp[]>> = {
  aws: [/(?<![A-Za-z0-9])(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16,}/g],
  github: [/gh[pousr]_[A-Za-z0-9]{36,}/g, /github_pat_[A-Za-z0-9_]{40,}/g],
  gitlab: [/gl(?:pat|dt|rt|cbt|ptt|ft|imt|agent|oas|soat)-[\w-]{20,}/g],
  slack: [
    /xox[abeoprs]-[A-Za-z0-9-]{10,}/g,
    /xapp-\d-[A-Za-z0-9-]{10,}/g,
    /(?<before>hooks\.slack\.com\/(?:services|workflows|triggers)\/)(?<value>[A-Za-z0-9_/-]{20,})/g,
  ],
  discord: [/(?<before>discord(?:app)?\.com\/api\/webhooks\/)(?<value>\d{10,}\/[\w-]{40,})/g],
  google: [/AIza[\w-]{35,}/g, /GOCSPX-[\w-]{20,}/g, /(?<![\w.-])ya29\.[\w-]{20,}/g],
  azure: [
    /(?<before>AccountKey=|SharedAccessKey=)(?<value>[A-Za-z0-9+/]{40,}={0,2})/g,
    /(?<before>[?&]sig=)(?<value>[A-Za-z0-9%+/]{40,}={0,2})/g,
  ],
  stripe: [/(?<![A-Za-z0-9])[rs]k_(?:live|test)_[A-Za-z0-9]{16,}/g, /(?<![A-Za-z0-9])whsec_[A-Za-z0-9+/=]{24,}/g],
  sendgrid: [/(?<![\w.-])SG\.[\w-]{16,64}\.[\w-]{16,}/g],
  telegram: [/(?<![\w-])\d{8,10}:AA[\w-]{33,}/g],
  fly: [/(?<![A-Za-z0-9])f(?:m1[ar]?|m2|o1)_[A-Za-z0-9+/=_-]{40,}/g],
  npm: [/npm_[A-Za-z0-9]{36,}/g],
  pypi: [/pypi-AgE[\w-]{50,}/g],
  docker: [/dckr_(?:pat|oat)_[\w-]{20,}/g],
  digitalocean: [/do[opr]_v1_[a-f0-9]{64,}/g],
  ai: [/(?<![A-Za-z0-9])sk-(?:proj|ant|svcacct|or)-[\w-]{20,}/g],
  grafana: [/gl(?:sa|c)_[A-Za-z0-9+/=_]{32,}/g],
  vault: [/(?<![\w.-])hv[sbr]\.[\w-]{24,}/g],
  jwt: [/(?<![\w-])eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/g],
}

/** The end of a name that says what is kept and not what it is: `token_count`, `passwordFile`. */
const notItself = new RegExp(`(?:${[
  'count', 'url', 'uri', 'endpoint', 'file', 'path', 'dir', 'name', 'id', 'len', 'length', 'size', 'limit', 'expir\\w*', 'ttl', 'age',
  'type', 'kind', 'ref', 'day', 'hour', 'minute', 'second', 'policy', 'field', 'header', 'prefix', 'format', 'version', 'hash',
  'digest', 'status', 'enabled', 'required', 'arn',
].join('|')})s?$`, 'i')

const tick = '`'

/** A name, what stands between it and its value in any language, and the value. */
const assigned = new RegExp([
  String.raw`(?<before>(?<!\[redacted:)`,
  '(?<word>passwo?r?d|passphrase|secret|token|api[_-]?key|access[_-]?key|private[_-]?key|credential|contrase(?:ñ|n|ni)a|secreto|clave)',
  String.raw`(?<rest>[\w-]{0,40})(?![\w-])\\?["'\]]{0,2}\s{0,4}(?:=>|:=|=|:)\s{0,4}\\?(?<quote>["'${tick}]?))`,
  String.raw`(?<value>[^\s"'${tick},;\\]{8,200})`,
].join(''), 'gi')

const shapes: readonly Shape[] = [
  ...Object.entries(tokens).flatMap(([kind, patterns]) =>
    patterns.map(pattern => ({ kind: kind as SecretKind, pattern, holds: isMadeUp }))),
  {
    kind: 'authorization',
    pattern: /(?<before>authorization["']?\s{0,4}[:=]\s{0,4}["']?(?:bearer|basic|token)\s{1,4})(?<value>[\w.~+/=-]{12,})/gi,
    holds: isMadeUp,
  },
  {
    kind: 'url-password',
    pattern: /(?<before>:\/\/(?<user>[^\s:/@"'`<>]{0,100}):)(?<value>[^\s/@"'`<>]{3,200})@(?!sha\d{3}:)/g,
    holds: (value, match) => {
      const user = match.groups?.user ?? ''
      return value !== user && !user.endsWith('[redacted') && !commonWords.has(value.toLowerCase()) && !isPlaceholder(value)
    },
  },
  // Reports of gitleaks and Trivy carry what they found.
  {
    kind: 'scanner-report',
    within: '"RuleID"',
    pattern: /(?<before>"(?:Secret|Match)"\s{0,4}:\s{0,4}")(?<value>(?:[^"\\\r\n]|\\[^\r\n]){1,4000})"/g,
    holds: value => !/REDACTED|\[redacted:|\*{4}|\.{3}$/.test(value),
  },
  {
    kind: 'assignment',
    pattern: assigned,
    holds: (value, match) => !isPlaceholder(value) && !notItself.test(match.groups?.rest ?? '')
      && isAssigned(value, /^(?:pass|contrase)/i.test(match.groups?.word ?? ''), match.groups?.quote !== ''),
  },
]

function* matchesOf(text: string, { kind, pattern, within, holds }: Shape): Generator<Span> {
  if (within !== undefined && !text.includes(within)) return
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const value = match.groups?.value ?? match[0]
    const start = match.index + (match.groups?.before?.length ?? 0)
    if (holds(value, match)) yield { kind, start, end: start + value.length }
    // What is none may hold one: `token: see api_key=…`.
    else if (match.groups?.value !== undefined) pattern.lastIndex = start
  }
}

const commonWords = new Set([
  'password', 'passwd', 'pass', 'pwd', 'secret', 'token', 'user', 'username', 'admin', 'root', 'postgres', 'postgresql', 'mysql',
  'redis', 'guest', 'test', 'contraseña', 'clave',
])

/** What stands where a secret is to be put in. */
function isPlaceholder(value: string): boolean {
  return /\$\{|\{\{|\$\(|%\(|^\$\w|^%\w{1,60}%$|^<|>$|\[redacted:|^\*+$|\.{3}|…/.test(value)
    || /(?:^|[\W_])(?:your|my|tu|su|mi|todo|fake|dummy|mock|sample|insert|x{3,})(?=[\W_]|$)/i.test(value)
    || /example|ejemplo|change_?-?me|cambiar|cambie|reemplaz|replace|placeholder|redacted|x{8}/i.test(value)
}

/** Not a placeholder, and its characters vary as those of a made up secret do. */
function isMadeUp(value: string): boolean {
  return !isPlaceholder(value) && isVaried(value)
}

function isVaried(value: string): boolean {
  return entropyOf(value) >= 2.5
}

/** Whether the value of a name such as `api_key` is one by itself; code, paths and words are none. */
function isAssigned(value: string, isPassword: boolean, isQuoted: boolean): boolean {
  if (/^(?:https?:|\/|\.{1,2}\/|~\/|(?:null|none|true|false|undefined)$)/i.test(value)) return false
  if (!isQuoted && isCode(value)) return false
  const classes = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z\d]/].filter(one => one.test(value)).length
  if (isPassword) return (classes >= 3 && entropyOf(value) >= 2.5) || (/\d/.test(value) && /[A-Za-z]/.test(value) && entropyOf(value) >= 3)
  return value.length >= 16 && /\d/.test(value) && /[A-Za-z]/.test(value) && entropyOf(value) >= 3
}

/** A call, an index, an attribute or the name of a constant. */
function isCode(value: string): boolean {
  return /[()[\]{}]/.test(value) || /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+$/.test(value) || /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(value)
}

/** Of its characters, in bits each. */
function entropyOf(value: string): number {
  const counts = new Map<string, number>()
  for (const character of value) counts.set(character, (counts.get(character) ?? 0) + 1)
  let bits = 0
  for (const count of counts.values()) bits -= (count / value.length) * Math.log2(count / value.length)
  return bits
}

const mark = /-----(?<edge>BEGIN|END) [A-Z0-9 ]{0,30}PRIVATE KEY(?: BLOCK)?-----/g
const longestKey = 20_000
const body = /(?:\\[rnt]|[A-Za-z0-9+/=\s]){1,20000}/y

/** Blocks from their beginning to their end; one that is cut off, for as long as its letters go on. */
function* privateKeys(text: string): Generator<Span> {
  let begin: RegExpExecArray | null = null
  for (const found of text.matchAll(mark)) {
    if (begin) yield* keyFrom(text, begin, found)
    begin = found.groups?.edge === 'BEGIN' ? found : null
  }
  if (begin) yield* keyFrom(text, begin, null)
}

/** The key that begins at a mark, if there is one; `next` is the mark after it. */
function keyFrom(text: string, { index, 0: line }: RegExpExecArray, next: RegExpExecArray | null): Span[] {
  const from = index + line.length
  body.lastIndex = from
  const isClosed = next?.groups?.edge === 'END' && next.index - index < longestKey
  const end = isClosed ? next.index + next[0].length : from + (body.exec(text)?.[0].trimEnd().length ?? 0)
  const letters = text.slice(from, isClosed ? next.index : end).replace(/\\[rnt]|[^A-Za-z0-9+/=]/g, '')
  return letters.length >= 40 && isVaried(letters) ? [{ kind: 'private-key', start: index, end }] : []
}
