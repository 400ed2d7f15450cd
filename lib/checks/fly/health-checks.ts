import { check, type Found } from '../check'
import type { FlyCheck, FlyService } from '../formats/fly-toml-services'

const second = 1_000
const minute = 60_000

type Key = keyof typeof findings
const findings = {
  'no-check': 'fail', 'tcp-only': 'fail', 'timeout-not-shorter': 'fail', refused: 'fail',
  'not-routing': 'warning', incomplete: 'warning', 'out-of-range': 'warning', 'no-public-service': 'inconclusive',
} as const

/** Every public service is asked whether it works, often and over HTTP where it speaks it. */
export const healthChecks = check({
  id: 'fly/health-checks',
  format: 'fly-toml',
  subjects: ['health-checks'],
  findings,
  * run(file) {
    // Fly has no check over UDP.
    const open = file.services.filter(service => service.ports.length > 0 && service.protocol === 'tcp')
    const named = Map.groupBy(file.checks, ({ port }) => port)
    for (const service of open)
      yield* checksOfService(service, service.internalPort === null ? [] : (named.get(service.internalPort) ?? []).filter(one => asks(one, service)))
    for (const one of [...file.services.flatMap(service => service.checks), ...file.checks]) yield* settingsOf(one)
    if (open.length === 0) yield { key: 'no-public-service', place: file.place }
  },
})

/** Whether a check of `[checks]` asks Machines of the service: its groups of processes, or those of any. */
function asks(one: FlyCheck, { groups }: FlyService): boolean {
  return one.groups.length === 0 || groups.length === 0 || one.groups.some(group => groups.includes(group))
}

type Finding = Found & { key: Key }

/** What a service lacks; `named` are the checks of `[checks]` at its port. */
function* checksOfService({ place, internalPort, checks, ports }: FlyService, named: readonly FlyCheck[]): Iterable<Finding> {
  const values = { port: internalPort ?? '?' }
  const speaksHttp = ports.some(({ handlers }) => handlers.includes('http'))
  const all = [...checks, ...named]
  if (all.length === 0) yield { key: 'no-check', place, values }
  else if (speaksHttp && all.every(({ kind }) => kind !== 'http')) yield { key: 'tcp-only', place: all[0]?.place ?? place, values }
  else if (checks.length === 0) yield { key: 'not-routing', place: named[0]?.place ?? place, values: { ...values, name: named[0]?.name ?? '' } }
}

function* settingsOf(one: FlyCheck): Iterable<Finding> {
  const { place, name, kind, port, interval, timeout, gracePeriod } = one
  if (name !== null && (kind === null || port === null)) yield { key: 'refused', place, values: { setting: kind === null ? 'type' : 'port' } }
  if (interval && timeout && timeout.value >= interval.value)
    yield { key: 'timeout-not-shorter', place: timeout.place, values: { timeout: timeout.value / second, interval: interval.value / second } }
  const missing = [
    ...(interval ? [] : ['interval']), ...(timeout ? [] : ['timeout']), ...(gracePeriod ? [] : ['grace_period']),
    ...(kind === 'http' && !one.path ? ['path'] : []),
  ]
  if (missing.length > 0) yield { key: 'incomplete', place, values: { settings: missing.join(', ') } }
  yield* name === null ? changedTimes(one) : refusedTimes(one)
}

/** Times of a service's check that Fly raises to a second or lowers to a minute. */
function* changedTimes({ interval, timeout, gracePeriod }: FlyCheck): Iterable<Finding> {
  const times = Object.entries({ interval, timeout, grace_period: gracePeriod && gracePeriod.value > 0 ? gracePeriod : null })
  for (const [setting, time] of times)
    if (time && (time.value < second || time.value > minute))
      yield { key: 'out-of-range', place: time.place, values: { setting, seconds: time.value / second } }
}

/** Times of a check of `[checks]` for which flyctl refuses the file. */
function* refusedTimes({ interval, timeout }: FlyCheck): Iterable<Finding> {
  if (interval && interval.value < 2 * second) yield { key: 'refused', place: interval.place, values: { setting: 'interval' } }
  if (timeout && timeout.value > minute) yield { key: 'refused', place: timeout.place, values: { setting: 'timeout' } }
}
