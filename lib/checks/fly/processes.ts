import { check } from '../check'

/** The one group there is where a file defines none. */
const onlyGroup = 'app'

/** Every group of processes that a table is for is one that the file defines. */
export const processes = check({
  id: 'fly/processes',
  format: 'fly-toml',
  subjects: ['deployment-strategy'],
  findings: { undefined: 'fail', 'no-group': 'fail' },
  * run({ processes, groups }) {
    const defined = processes.length > 0 ? new Set(processes) : new Set([onlyGroup])
    for (const { table, place, names } of groups) {
      for (const name of names) if (!defined.has(name)) yield { key: 'undefined', place, values: { table, name } }
      if (names.length === 0 && processes.length > 0 && (table === 'services' || table === 'http_service'))
        yield { key: 'no-group', place, values: { table } }
    }
  },
})
