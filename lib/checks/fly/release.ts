import { check } from '../check'

/** Something prepares the database before a release takes over. */
export const release = check({
  id: 'fly/release',
  format: 'fly-toml',
  subjects: ['release'],
  findings: { none: 'inconclusive', 'does-nothing': 'fail' },
  * run({ deploy }) {
    const command = deploy.releaseCommand
    if (!command?.value.trim()) yield { key: 'none', place: command?.place ?? deploy.place }
    else if (/^(:|true|exit( 0)?|echo\b[^&|;]*|(\/usr)?\/bin\/true)$/.test(command.value.trim())) yield { key: 'does-nothing', place: command.place }
  },
})
