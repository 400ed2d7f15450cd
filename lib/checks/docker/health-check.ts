import { check } from '../check'
import { alwaysEndsWell } from '../idle-command'
import { finalStage, lastOf } from './final-stage'

/** The image says how to ask whether it works. */
export const healthCheck = check({
  id: 'docker/health-check',
  format: 'dockerfile',
  // The assessment says of the Dockerfile that it has one, and no item asks for it: on Fly the checks of fly.toml count.
  subjects: [],
  findings: { none: 'fail', disabled: 'fail', 'no-command': 'fail', 'does-nothing': 'fail' },
  * run(file, context) {
    const final = finalStage(file, context)
    const last = lastOf(final, 'HEALTHCHECK')
    const [kind = '', ...command] = last?.words ?? []
    if (!last) yield { key: 'none', place: final.place }
    else if (kind.toUpperCase() === 'NONE') yield { key: 'disabled', place: last.place }
    else if (kind.toUpperCase() !== 'CMD' || command.length === 0 || last.exec?.length === 0) yield { key: 'no-command', place: last.place }
    else if (alwaysEndsWell((last.exec ?? command).join(' '))) yield { key: 'does-nothing', place: last.place }
  },
})
