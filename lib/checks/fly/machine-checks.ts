import { check } from '../check'

/** Something is tried against each new release before it takes over. */
export const machineChecks = check({
  id: 'fly/machine-checks',
  format: 'fly-toml',
  subjects: ['health-checks'],
  findings: { none: 'warning', 'no-command': 'warning' },
  * run({ machineChecks, services, place }) {
    if (machineChecks.length === 0) yield { key: 'none', place: services[0]?.place ?? place }
    for (const one of machineChecks) if (one.command.length === 0) yield { key: 'no-command', place: one.place }
  },
})
