import { DockerfileParser, type Instruction } from 'dockerfile-ast'
import type { TextFormat } from '../format'
import type { Place } from '../place'
import type { Read, Unreadable } from '../syntax/tree'

/** A Dockerfile, its variables put in where the file itself gives them a value. */
export interface Dockerfile {
  /** In the order in which they stand; at least one. */
  stages: readonly DockerStage[]
}

/** What stands from one `FROM` to the next. */
export interface DockerStage {
  place: Place
  /** In lower case, as Docker compares them. */
  name: string | null
  base: DockerImage
  instructions: readonly DockerInstruction[]
  /** What `ENV` has set at its end, that of the stage it is built on included. */
  environment: ReadonlyMap<string, string>
}

export interface DockerImage {
  text: string
  /** The stage of this file that it is. */
  stage: DockerStage | null
  tag: string | null
  digest: string | null
  /** A variable that the file gives no value. */
  unresolved: string | null
}

export interface DockerInstruction {
  place: Place
  /** In capitals: `COPY`. */
  keyword: string
  /** What `COPY --from` takes from. */
  source: DockerImage | null
  /** What `RUN --mount` has at hand while it runs. */
  mounted: readonly DockerImage[]
  /** What it is given, without flags and quotes; with the values of variables where Docker puts them in, and no shell. */
  words: readonly string[]
  /** The words of an instruction that is written as a list, and so runs without a shell. */
  exec: readonly string[] | null
  /** Whether it seems to be written as a list, and is none. */
  isBrokenList: boolean
  /** What `ENV`, `ARG` and `LABEL` set; null where `ARG` names no value. */
  settings: readonly { name: string; value: string | null; place: Place }[]
  /** A variable that whoever builds decides, or that has no value. */
  openVariable: string | null
}

const keywords = [
  'ADD', 'ARG', 'CMD', 'COPY', 'ENTRYPOINT', 'ENV', 'EXPOSE', 'FROM', 'HEALTHCHECK', 'LABEL', 'MAINTAINER', 'ONBUILD', 'RUN', 'SHELL',
  'STOPSIGNAL', 'USER', 'VOLUME', 'WORKDIR',
]
// Where Docker itself puts values in for variables; elsewhere a shell does, when the container runs.
const expanding = ['ADD', 'COPY', 'ENV', 'EXPOSE', 'LABEL', 'STOPSIGNAL', 'USER', 'VOLUME', 'WORKDIR']
const mostStages = 200
/** Characters that variables may add to a file: one that doubles another at each line would have no end. */
const mostAdded = 1_000_000
const instruction = new RegExp(`^(${keywords.join('|')})(\\s|$)`, 'i')
const from = /^FROM\s+(--\S+\s+)*["\w.$/:@{}+-]+(\s+AS\s+[\w.-]+)?\s*(#.*)?$/i

export const dockerfile: TextFormat<Dockerfile> = {
  syntax: 'text',
  maximumBytes: 128 * 1024,
  matches,
  read,
}

/** Begins with `FROM`, before which only `ARG` may stand, and goes on with another instruction. */
function matches(text: string): boolean {
  let hasBegun = false
  for (const line of text.slice(0, 65_536).split('\n')) {
    const said = line.trim()
    if (said === '' || said.startsWith('#')) continue
    if (hasBegun) return instruction.test(said)
    if (from.test(said)) hasBegun = true
    else if (!/^ARG\s+\w+(=|\s|$)/i.test(said)) return false
  }
  return hasBegun
}

function read(text: string): Read<Dockerfile> {
  const all = DockerfileParser.parse(text).getInstructions()
  const problems = [...beginningOf(all), ...all.flatMap(problemOf)]
  if (all.filter(one => one.getKeyword() === 'FROM').length > mostStages) problems.push({ place: { line: 1, column: 1 }, reason: 'too-many-values' })
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: { stages: new Reader(text).stagesOf(all) } }
}

/** Only `ARG` may stand before the first `FROM`. */
function beginningOf(all: readonly Instruction[]): Unreadable[] {
  const first = all.find(one => one.getKeyword() !== 'ARG')
  if (first?.getKeyword() === 'FROM') return []
  return [{ place: first ? placeOf(first) : { line: 1, column: 1 }, reason: 'syntax', values: { message: 'no build stage in current context' } }]
}

/** What Docker refuses to build. */
function problemOf(one: Instruction): Unreadable[] {
  const keyword = one.getKeyword()
  const problem = (message: string): Unreadable[] => [{ place: placeOf(one), reason: 'syntax', values: { message } }]
  if (!keywords.includes(keyword)) return problem(`unknown instruction: ${keyword}`)
  const words = one.getArguments().map(word => word.getValue())
  const count = words.length
  if (keyword === 'FROM' && count !== 1 && !(count === 3 && words[1]?.toUpperCase() === 'AS')) return problem('FROM requires either one or three arguments')
  return count === 0 && keyword !== 'CMD' && keyword !== 'ENTRYPOINT' ? problem(`${keyword} requires at least one argument`) : []
}

type MutableStage = DockerStage & { instructions: DockerInstruction[]; environment: Map<string, string> }

class Reader {
  private readonly lines: readonly string[]
  private readonly room = { left: mostAdded }
  private readonly stages: MutableStage[] = []
  /** Values of `ARG` before the first `FROM`, and of those of the stage that is read; the environment goes before these. */
  private readonly global = new Map<string, string | null>()
  private arguments = new Map<string, string | null>()

  constructor(text: string) {
    this.lines = text.split('\n')
  }

  stagesOf(all: readonly Instruction[]): DockerStage[] {
    for (const one of all) {
      const stage = this.stages.at(-1)
      if (one.getKeyword() === 'FROM') this.begin(one)
      else if (stage) this.add(one, stage)
      else for (const { name, value } of settingsOf(one)) this.global.set(name, value === null ? null : expand(value, this.globalValue, this.room).text)
    }
    return this.stages
  }

  private begin(one: Instruction): void {
    const [image = '', , name] = one.getArguments().map(word => unquoted(word.getValue()))
    const base = this.imageOf(image)
    this.arguments = new Map()
    this.stages.push({
      place: placeOf(one), name: name?.toLowerCase() ?? null, base, instructions: [], environment: new Map(base.stage?.environment ?? []),
    })
  }

  private add(one: Instruction, stage: MutableStage): void {
    const keyword = one.getKeyword()
    const known = (name: string) => stage.environment.get(name) ?? this.arguments.get(name) ?? null
    const written = one.getArguments().map(word => unquoted(word.getValue()))
    const words = expanding.includes(keyword) ? written.map(word => expand(word, known, this.room)) : written.map(text => ({ text, used: [] }))
    const settings = settingsOf(one).map(setting => ({ ...setting, value: setting.value === null ? null : expand(setting.value, known, this.room).text }))
    const from = keyword === 'COPY' ? flagsOf(one, 'from')[0] ?? null : null
    const list = this.listOf(one)
    stage.instructions.push({
      place: placeOf(one), keyword, words: words.map(({ text }) => text), exec: list.words, isBrokenList: list.isBroken, settings,
      source: from === null ? null : this.imageOf(from),
      mounted: keyword === 'RUN' ? mountsOf(one).map(image => this.imageOf(image)) : [],
      openVariable: words.flatMap(({ used }) => used).find(name => !stage.environment.has(name)) ?? null,
    })
    for (const { name, value } of settings) {
      // An ARG without a value takes that of the one before the first FROM.
      if (keyword === 'ARG') this.arguments.set(name, value ?? this.global.get(name) ?? null)
      if (keyword === 'ENV' && value !== null) stage.environment.set(name, value)
    }
  }

  /** An image as `FROM` and `COPY --from` name it: a stage before, by name or number, or one of a registry. */
  private imageOf(written: string): DockerImage {
    const { text, unresolved } = expand(written, this.globalValue, this.room)
    const [reference = '', digest] = text.split('@', 2)
    const numbered = /^\d+$/.test(text) ? this.stages[Number(text)] : undefined
    return {
      text, stage: this.stages.findLast(stage => stage.name === text.toLowerCase()) ?? numbered ?? null,
      tag: /:([^:/]+)$/.exec(reference)?.[1] ?? null, digest: digest ?? null, unresolved: unresolved[0] ?? null,
    }
  }

  private readonly globalValue = (name: string) => this.global.get(name) ?? null

  /** A list is JSON; where it is not, Docker hands it to a shell, brackets and all. That of `HEALTHCHECK` comes after `CMD`. */
  private listOf(one: Instruction): { words: string[] | null; isBroken: boolean } {
    const words = one.getArguments()
    const first = words[one.getKeyword() === 'HEALTHCHECK' ? 1 : 0]
    const last = words.at(-1)
    if (!first?.getValue().startsWith('[') || !last) return { words: null, isBroken: false }
    const { start } = first.getRange()
    const { end } = last.getRange()
    const written = this.lines.slice(start.line, end.line + 1)
      .map((line, index) => line.slice(index === 0 ? start.character : 0, index === end.line - start.line ? end.character : undefined))
      .filter((line, index) => index === 0 || !line.trimStart().startsWith('#'))
      .map(line => line.replace(/[\\`]\s*$/, '')).join(' ')
    try {
      const list: unknown = JSON.parse(written)
      if (Array.isArray(list) && list.every(word => typeof word === 'string')) return { words: list, isBroken: false }
    } catch {
      // What is no JSON is no list to Docker either.
    }
    return { words: null, isBroken: true }
  }
}

/** Puts values in for `$NAME`, `${NAME}`, `${NAME:-otherwise}` and `${NAME:+instead}`, as long as there is room for them. */
export function expand(text: string, value: (name: string) => string | null, room = { left: mostAdded }) {
  const used: string[] = []
  const unresolved: string[] = []
  const put = (whole: string, name: string, how: string, other: string): string => {
    const known = value(name)
    if (how.endsWith('+')) return known ? other : ''
    if (known !== null && !(known === '' && how.startsWith(':'))) return known
    if (how === '') unresolved.push(name)
    return how === '' ? whole : other
  }
  const pattern = /\\\$|\$(\w+)|\$\{(\w+)(?:(:?[-+])([^}]{0,500}))?\}/g
  const expanded = text.replaceAll(pattern, (whole, plain?: string, braced?: string, how = '', other = '') => {
    const name = plain ?? braced
    if (name === undefined) return '$'
    used.push(name)
    const given = put(whole, name, how, other)
    room.left -= given.length
    return room.left < 0 ? whole : given
  })
  return { text: expanded, used, unresolved }
}

function placeOf(one: Instruction): Place {
  const { line, character } = one.getRange().start
  return { line: line + 1, column: character + 1 }
}

function unquoted(text: string): string {
  return /^"[^"]*"$|^'[^']*'$/.test(text) ? text.slice(1, -1) : text
}

interface WithFlags {
  getFlags(): { getName(): string; getValue(): string | null }[]
}

interface WithProperties {
  getProperties(): { getName(): string; getValue(): string | null; getRange(): { start: { line: number; character: number } } }[]
}

function flagsOf(one: Instruction, name: string): string[] {
  const flags = 'getFlags' in one ? (one as unknown as WithFlags).getFlags() : []
  return flags.filter(flag => flag.getName() === name).flatMap(flag => flag.getValue() ?? [])
}

/** The images or stages of `--mount=type=bind,from=…`. */
function mountsOf(one: Instruction): string[] {
  return flagsOf(one, 'mount').flatMap(mount => /(?:^|,)from=([^,]+)/.exec(mount)?.[1] ?? [])
}

function settingsOf(one: Instruction) {
  const properties = 'getProperties' in one ? (one as unknown as WithProperties).getProperties() : []
  return properties.map(property => {
    const { line, character } = property.getRange().start
    return { name: property.getName(), value: property.getValue(), place: { line: line + 1, column: character + 1 } }
  })
}
