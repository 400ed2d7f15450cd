import { check } from '../check'
import { alwaysEndsWell } from '../idle-command'

/** Something prepares the database before a release takes over. */
export const release = check({
  id: 'fly/release',
  format: 'fly-toml',
  subjects: ['release'],
  findings: { none: 'inconclusive', 'does-nothing': 'fail' },
  * run({ deploy }) {
    const command = deploy.releaseCommand
    if (!command?.value.trim()) yield { key: 'none', place: command?.place ?? deploy.place }
    else if (alwaysEndsWell(command.value)) yield { key: 'does-nothing', place: command.place }
  },
})
