import { check } from '../check'

/** The one group there is where a file defines none. */
const onlyGroup = 'app'
const services = ['services', 'http_service']
/** The tables for whose groups flyctl refuses a file. */
const refused = [...services, 'restart']

/** Every group of processes that a table is for is one that the file defines. */
export const processes = check({
  id: 'fly/processes',
  format: 'fly-toml',
  subjects: ['deployment-strategy'],
  findings: { undefined: 'fail', 'no-group': 'fail', 'for-nobody': 'warning' },
  * run({ processes, groups }) {
    const defined = processes.length > 0 ? new Set(processes) : new Set([onlyGroup])
    for (const { table, place, names } of groups) {
      for (const name of names)
        if (!defined.has(name)) yield { key: refused.includes(table) ? 'undefined' : 'for-nobody', place, values: { table, name } }
      if (names.length === 0 && processes.length > 0 && services.includes(table)) yield { key: 'no-group', place, values: { table } }
    }
  },
})
