import { check } from '../check'

/** Machines keep running where nobody may have to wait for one. */
export const autostop = check({
  id: 'fly/autostop',
  format: 'fly-toml',
  subjects: ['deployment-strategy'],
  findings: {
    'never-starts': 'fail', 'unknown-value': 'fail', 'stops-all': 'warning', 'one-machine': 'warning', 'minimum-without-stop': 'info',
    'no-public-service': 'inconclusive',
  },
  * run({ services, place }) {
    const open = services.filter(({ ports }) => ports.length > 0)
    if (open.length === 0) yield { key: 'no-public-service', place }
    for (const { autostop, autostart, minimumMachines } of open) {
      const kept = minimumMachines?.value ?? 0
      if (autostop && autostop.value !== 'off') {
        if (autostop.value !== 'stop' && autostop.value !== 'suspend')
          yield { key: 'unknown-value', place: autostop.place, values: { value: autostop.value } }
        else if (kept < 1) yield { key: 'stops-all', place: minimumMachines?.place ?? autostop.place }
        else if (kept < 2) yield { key: 'one-machine', place: minimumMachines?.place ?? autostop.place }
        if (autostart?.value === false) yield { key: 'never-starts', place: autostart.place }
      } else if (minimumMachines) yield { key: 'minimum-without-stop', place: minimumMachines.place }
    }
  },
})
