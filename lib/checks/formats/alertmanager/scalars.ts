import { parseDuration } from '../../promql/duration'
import { scalar, secret, text, type Kind } from './strict'

/** A duration as Prometheus writes it: `1h30m`, `0`. */
export const duration = scalar('30s, 5m, 4h', ({ text }) => parseDuration(text).ok)

/** A duration as Go writes it: `1h30m`, `1.5s`, `-2us`. */
export const goDuration = scalar('30s, 5m, 4h', ({ text }) => /^[-+]?(0|((\d+(\.\d*)?|\.\d+)(ns|us|µs|μs|ms|s|m|h))+)$/.test(text))

/** An `http` or `https` address, by the rules of Go's `net/url`. */
export const url = scalar('https://…', ({ text }) => isHttpUrl(text))

/** One that is a credential, such as a webhook of Slack's; `<secret>` is what Alertmanager itself shows in its place. */
export const secretUrl: Kind = (value, field, into) => {
  scalar('https://…', ({ text }) => text === '<secret>' || isHttpUrl(text))(value, field, into)
  secret(value, field, into)
}

/** Any address that Go's `net/url` reads. */
export const anyUrl = scalar('https://…', ({ text }) => parseUrl(text) !== null)

/** `host:port`; an empty one counts as left out. */
export const hostPort = scalar('host:port', ({ text }) => text === '' || splitsHostPort(text))

/** A name of a label. */
export const labelName = scalar('[a-zA-Z_][a-zA-Z0-9_]*', ({ text }) => isLabelName(text))

export function isLabelName(name: string): boolean {
  return /^[a-zA-Z_][a-zA-Z0-9_]*$/.test(name)
}

/** A version of TLS. */
export const tlsVersion = scalar('TLS10, TLS11, TLS12, TLS13', ({ text }) => /^TLS1[0-3]$/.test(text))

/** A pattern of paths, by the rules of Go's `filepath.Match`. */
export const glob: Kind = (value, field, into) => {
  text(value, field, into)
  scalar('*.tmpl', scalar => isGlob(scalar.text))(value, field, into)
}

function isHttpUrl(address: string): boolean {
  const parsed = parseUrl(address)
  return parsed !== null && /^https?$/i.test(parsed.scheme) && parsed.host !== ''
}

/** Scheme and host as Go reads them; null where it does not. */
function parseUrl(address: string): { scheme: string; host: string } | null {
  if (/[\x00-\x1f\x7f]/.test(address)) return null
  const [withoutFragment = '', ...fragments] = address.split('#')
  if (!isEscaped(fragments.join('#'))) return null
  const [, scheme = '', rest = ''] = /^(?:([a-zA-Z][a-zA-Z0-9+.-]*):)?(.*)$/.exec(withoutFragment) ?? []
  if (scheme === '' && withoutFragment.startsWith(':')) return null
  const [path = ''] = rest.split('?')
  if (scheme === '' && !path.startsWith('/') && path.split('/')[0]?.includes(':')) return null
  if (scheme !== '' && !path.startsWith('/')) return { scheme, host: '' }
  if (!path.startsWith('//') || (scheme === '' && path.startsWith('///'))) return isEscaped(path) ? { scheme, host: '' } : null
  const [, authority = '', tail = ''] = /^\/\/([^/]*)(.*)$/.exec(path) ?? []
  const at = authority.lastIndexOf('@')
  const user = authority.slice(0, Math.max(at, 0))
  const host = authority.slice(at + 1)
  const valid = /^[A-Za-z0-9\-._:~!$&'()*+,;=%@]*$/.test(user) && isEscaped(user) && isHost(host) && isEscaped(tail)
  return valid ? { scheme, host } : null
}

function isHost(host: string): boolean {
  if (host.startsWith('[')) return /^\[[^\]]*\](:\d*)?$/.test(host) && /^\[[^\s{}|\\^`]*$/.test(host)
  if (host.includes(':') && !/:\d*$/.test(host)) return false
  return /^([^\x00-\x7f]|[A-Za-z0-9\-._~!$&'()*+,;=:[\]<>"]|%[89a-fA-F][\da-fA-F]|%25)*$/.test(host)
}

function isEscaped(part: string): boolean {
  return !/%(?![\da-fA-F]{2})/.test(part)
}

function splitsHostPort(address: string): boolean {
  const bracketed = /^\[([^[\]]*)\]:([^:[\]]+)$/.test(address)
  return bracketed || /^[^:[\]]*:[^:[\]]+$/.test(address)
}

function isGlob(pattern: string): boolean {
  return /^([^\\[]|\\[\s\S]|\[\^?((?:[^\\\]-]|\\[\s\S])(-(?:[^\\\]-]|\\[\s\S]))?)+\])*$/.test(pattern)
}
