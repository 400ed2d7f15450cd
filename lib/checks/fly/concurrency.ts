import { check } from '../check'

/** Every public service says how much a Machine takes: more than the soft limit goes elsewhere, more than the hard one waits. */
export const concurrency = check({
  id: 'fly/concurrency',
  format: 'fly-toml',
  subjects: ['http-service'],
  findings: {
    missing: 'fail', 'soft-not-lower': 'fail', 'unknown-type': 'fail', 'no-type': 'warning', connections: 'info', 'no-public-service': 'inconclusive',
  },
  * run({ services, place }) {
    const open = services.filter(({ ports }) => ports.length > 0)
    if (open.length === 0) yield { key: 'no-public-service', place }
    for (const service of open) {
      const { soft, hard, type } = service.concurrency ?? { soft: null, hard: null, type: null }
      const missing = [...(isLimit(soft?.value) ? [] : ['soft_limit']), ...(isLimit(hard?.value) ? [] : ['hard_limit'])]
      const at = service.concurrency?.place ?? service.place
      if (missing.length > 0) yield { key: 'missing', place: at, values: { settings: missing.join(', ') } }
      else if (soft && hard && soft.value >= hard.value)
        yield { key: 'soft-not-lower', place: soft.place, values: { soft: soft.value, hard: hard.value } }
      if (service.concurrency && !type) yield { key: 'no-type', place: at }
      else if (type && type.value !== 'requests' && type.value !== 'connections')
        yield { key: 'unknown-type', place: type.place, values: { type: type.value } }
      else if (type?.value === 'connections' && service.ports.some(({ handlers }) => handlers.includes('http')))
        yield { key: 'connections', place: type.place }
    }
  },
})

/** Zero is as good as nothing: flyctl leaves it out. */
function isLimit(limit: number | undefined): boolean {
  return limit !== undefined && limit > 0
}
