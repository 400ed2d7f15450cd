import { check, type Found } from '../check'
import type { DockerInstruction } from '../formats/dockerfile'
import { finalStage, lastOf } from './final-stage'

type Key = keyof typeof findings
const findings = {
  privileges: 'fail', 'broken-list': 'fail', 'command-ignored': 'warning', 'shell-form': 'warning', none: 'inconclusive',
} as const

/** The container starts its program itself, without a shell between that keeps signals from it, and without more rights. */
export const command = check({
  id: 'docker/command',
  format: 'dockerfile',
  subjects: ['image'],
  findings,
  * run(file, context) {
    const final = finalStage(file, context)
    const entrypoint = lastOf(final, 'ENTRYPOINT')
    const command = lastOf(final, 'CMD')
    if (!entrypoint && !command) yield { key: 'none', place: final.place }
    if (entrypoint) yield* startOf(entrypoint)
    if (entrypoint && command && !entrypoint.exec) yield { key: 'command-ignored', place: command.place, values: { line: entrypoint.place.line } }
    else if (command) yield* startOf(command)
  },
})

function* startOf(one: DockerInstruction): Iterable<Found & { key: Key }> {
  const values = { keyword: one.keyword }
  const text = (one.exec ?? one.words).join(' ')
  if (/(^|[\s;&|(])(sudo|doas|su)\s/.test(text)) yield { key: 'privileges', place: one.place, values }
  if (one.isBrokenList) yield { key: 'broken-list', place: one.place, values }
  else if (one.exec ? isShell(one.exec) && !replacesShell(one.exec[2] ?? '') : one.words.length > 0 && !replacesShell(text))
    yield { key: 'shell-form', place: one.place, values }
}

/** `["sh", "-c", "…"]` is a shell as much as the form without brackets. */
function isShell([program = '', flag = '']: readonly string[]): boolean {
  return /^(\/usr)?(\/bin\/)?(ba|da|a|z)?sh$/.test(program) && /^-[a-z]*c$/.test(flag)
}

/** A shell that ends with `exec` gives its place to the program. */
function replacesShell(script: string): boolean {
  return /(^|[;&|\n]\s*)exec\s/.test(script.trim())
}
