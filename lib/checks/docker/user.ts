import { check } from '../check'
import { finalStage, lastOf, lineage } from './final-stage'

/** The container starts as a user other than root. */
export const user = check({
  id: 'docker/user',
  format: 'dockerfile',
  subjects: ['image'],
  findings: { none: 'fail', root: 'fail', 'open-variable': 'inconclusive' },
  * run(file, context) {
    const final = finalStage(file, context)
    const last = lastOf(final, 'USER')
    if (!last) {
      const base = lineage(final)[0]?.base
      if (base?.unresolved) yield { key: 'open-variable', place: final.place, values: { variable: base.unresolved } }
      else if (!isOfAnotherUser(base?.text ?? '')) yield { key: 'none', place: final.place }
      return
    }
    const name = last.words[0]?.split(':')[0] ?? ''
    if (name === 'root' || /^0+$/.test(name)) yield { key: 'root', place: last.place, values: { user: name } }
    else if (last.openVariable !== null) yield { key: 'open-variable', place: last.place, values: { variable: last.openVariable } }
  },
})

/** Images whose tag says that they start without privileges, such as those of distroless. */
function isOfAnotherUser(image: string): boolean {
  return /[:-](nonroot|rootless|unprivileged)([-.@:]|$)/.test(image)
}
