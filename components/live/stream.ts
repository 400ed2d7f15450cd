import type { Told, ToldEvents } from '@/lib/domain/told'

/** How a page stands to the server: it hears of changes, has not reached it for some seconds, or has no session there. */
export type Connection = 'open' | 'away' | 'signed-out'

export interface Stream {
  /** Whether the server would answer this page now; where it would not, the stream is opened anew. */
  check: () => Promise<boolean>
  close: () => void
}

const leastPauseMilliseconds = 1_000
const mostPauseMilliseconds = 30_000
const patienceMilliseconds = 10_000
// A restart takes so long; nobody has to be told of it.
const failuresUntilAway = 3

const names: readonly (keyof ToldEvents)[] = ['revision', 'instance', 'overall']

/**
 * Hears of changes, and comes back by itself after whatever ended it. A browser alone does not: it gives up for good
 * where anything but 200 is answered, as by a proxy while the server restarts.
 */
export function openStream(address: () => string, hear: (told: Told) => void, report: (connection: Connection) => void): Stream {
  let source: EventSource | undefined
  let waiting: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let closed = false
  const hurry = () => { if (waiting !== undefined && !document.hidden) void comeBack() }
  document.addEventListener('visibilitychange', hurry)
  window.addEventListener('online', hurry)
  open()
  return { check, close }

  function open() {
    source = new EventSource(address())
    source.addEventListener('open', () => {
      failures = 0
      report('open')
    })
    source.addEventListener('error', () => comeBackLater('away'))
    source.addEventListener('signed-out', () => comeBackLater('signed-out'))
    for (const name of names) source.addEventListener(name, ({ data }) => hear({ name, ...JSON.parse(data) }))
  }

  function comeBackLater(meanwhile: Exclude<Connection, 'open'>) {
    stop()
    failures += 1
    if (meanwhile === 'signed-out' || failures >= failuresUntilAway) report(meanwhile)
    const pause = Math.min(mostPauseMilliseconds, leastPauseMilliseconds * 2 ** (failures - 1))
    // Not all pages of a server that was away come back at one moment.
    waiting = setTimeout(() => void comeBack(), pause * (0.5 + Math.random() / 2))
  }

  async function comeBack() {
    stop()
    if (await check() && !closed) open()
  }

  async function check(): Promise<boolean> {
    // An EventSource does not say why it is refused.
    const answer = await fetch(address(), { method: 'HEAD', signal: AbortSignal.timeout(patienceMilliseconds) }).catch(() => null)
    if (answer?.ok || closed) return !closed
    comeBackLater(answer?.status === 401 ? 'signed-out' : 'away')
    return false
  }

  function stop() {
    source?.close()
    clearTimeout(waiting)
    waiting = undefined
  }

  function close() {
    closed = true
    stop()
    document.removeEventListener('visibilitychange', hurry)
    window.removeEventListener('online', hurry)
  }
}
