import { check } from '../check'
import { expand, type DockerStage } from '../formats/dockerfile'
import type { FlyToml } from '../formats/fly-toml'
import { finalStage, lastOf, lineage } from './final-stage'

/** The application listens where `fly.toml` sends requests. */
export const port = check({
  id: 'docker/port',
  format: 'dockerfile',
  subjects: ['http-service'],
  findings: { command: 'fail', exposed: 'fail', 'exposed-otherwise': 'warning', 'not-told': 'inconclusive', alone: 'info' },
  * run(file, context) {
    const final = finalStage(file, context)
    const files = context.filesOf('fly-toml')
    if (files.length === 0) yield { key: 'alone', place: final.place }
    const exposed = exposedBy(final)
    for (const { name, document } of files) {
      const wanted = [...new Set(document.services.flatMap(({ internalPort }) => internalPort ?? []))]
      const listening = listeningPort(final, document)
      if (wanted.length === 0) continue
      const values = { file: name, expected: wanted.join(', ') }
      if (listening && !wanted.includes(listening.port)) yield { key: 'command', place: listening.place, values: { ...values, found: listening.port } }
      const [first] = exposed
      const missing = wanted.filter(port => !exposed.some(range => range.first <= port && port <= range.last))
      if (first && missing.length > 0)
        yield { key: listening ? 'exposed-otherwise' : 'exposed', place: first.place, values: { ...values, expected: missing.join(', ') } }
      if (!listening && !first) yield { key: 'not-told', place: final.place, values }
    }
  },
})

function exposedBy(stage: DockerStage) {
  return lineage(stage).flatMap(({ instructions }) => instructions).filter(({ keyword }) => keyword === 'EXPOSE').flatMap(({ words, place }) =>
    words.flatMap(word => {
      const [, first, last] = /^(\d{1,5})(?:-(\d{1,5}))?(?:\/\w+)?$/.exec(word) ?? []
      return first === undefined ? [] : [{ first: Number(first), last: Number(last ?? first), place }]
    }))
}

const flagged = /(?:^|\s)(?:--port|--http-port|-p)[\s=](\d{2,5})(?=\s|$)/
const address = /(?:^|[\s=])(?:\d{1,3}(?:\.\d{1,3}){3}|localhost|\[::\d?\])?:(\d{2,5})(?=\s|$)/

/** The port that the program is told to listen at, unless `fly.toml` starts another program. */
function listeningPort(stage: DockerStage, { processes, env }: FlyToml) {
  if (processes.length > 0) return null
  const variables = new Map([...stage.environment, ...env.map(({ name, value }) => [name, value] as const)])
  for (const one of [lastOf(stage, 'CMD'), lastOf(stage, 'ENTRYPOINT')]) {
    const text = expand((one?.exec ?? one?.words ?? []).join(' '), name => variables.get(name) ?? null).text
    const port = flagged.exec(text)?.[1] ?? address.exec(text)?.[1]
    if (one && port !== undefined) return { port: Number(port), place: one.place }
  }
  return null
}
