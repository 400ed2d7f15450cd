import { preferredByShell, UsageError } from './usage'

const longestMilliseconds = 10 * 60_000

/** The address of the server to ask: as named, else by `DICTAMEN_URL`; null where neither names one. */
export function serverUrl(named: string | undefined): string | null {
  const url = named ?? process.env.DICTAMEN_URL
  if (url === undefined || url === '') return null
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) throw new UsageError(`${url} is no address of a server`)
  return url
}

/**
 * Asks a server's programming interface, with the token of `DICTAMEN_TOKEN`: in the environment alone, since every
 * process of a machine sees the arguments of every other. Throws the words of the problem where there is one.
 */
export async function askServer(url: string, path: string, init: { method?: string; body?: FormData; headers?: Record<string, string> } = {}): Promise<unknown> {
  const token = process.env.DICTAMEN_TOKEN
  if (!token) throw new UsageError('DICTAMEN_TOKEN holds no token: make one on the account page')
  const response = await fetch(new URL(path, url), {
    ...init, redirect: 'error', signal: AbortSignal.timeout(longestMilliseconds),
    headers: { ...init.headers, Authorization: `Bearer ${token}`, Accept: 'application/json', 'Accept-Language': preferredByShell() },
  }).catch((error: Error) => { throw new Error(`${url} cannot be asked: ${wordsOf(error)}`) })
  const body: unknown = await response.json().catch(() => null)
  if (response.ok && body !== null) return body
  throw new Error(problemWords(url, response.status, body))
}

function wordsOf({ message, cause }: Error): string {
  return cause instanceof Error ? `${message} (${cause.message})` : message
}

function problemWords(url: string, status: number, body: unknown): string {
  const { detail, fields = {}, code, instance } = (body ?? {}) as { detail?: string; fields?: Record<string, string>; code?: string; instance?: string }
  if (detail === undefined) return `${url} answered ${status}, and not as Dictamen does`
  return [`${detail} (${status} ${code}, ${instance})`, ...Object.entries(fields).map(([field, words]) => `  ${field}: ${words}`)].join('\n')
}
