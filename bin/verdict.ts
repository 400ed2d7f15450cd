import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import type { Outcome } from '@/lib/domain/facts'
import { decide, type Verdict } from '@/lib/domain/verdict'
import { verdictReport } from '@/lib/domain/verdict-report'
import { readAssessmentText } from '@/lib/operations/assessment-text'
import { factsOfFile } from '@/lib/operations/file-facts'
import { UsageError } from './usage'

/** `dictamen verdict <slug | file> [--json]`: prints the verdict; exit 0 go, 2 conditional go, 3 no-go. */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { json: { type: 'boolean', default: false } } })
  const [subject, ...rest] = positionals
  if (subject === undefined || rest.length > 0) throw new UsageError('verdict takes one slug or file')
  const now = new Date()
  const verdict = /\.(ya?ml|json)$/.test(subject) ? await judgeFile(subject, now) : await judgeDatabase(subject, now)
  process.stdout.write(values.json ? `${JSON.stringify(verdictReport(verdict), null, 2)}\n` : inWords(subject, verdict))
  return exitCodes[verdict.effective]
}

const exitCodes: Record<Outcome, number> = { go: 0, conditional_go: 2, no_go: 3 }

async function judgeFile(file: string, now: Date): Promise<Verdict> {
  const read = readAssessmentText(await readFile(file, 'utf8'))
  if (!read.ok) throw new Error(read.problems.map(p => `${file}:${p.line ?? 1} ${p.field} ${p.message}`).join('\n'))
  const { facts, policy } = factsOfFile(read.file)
  return decide(facts, policy, now)
}

async function judgeDatabase(slug: string, now: Date): Promise<Verdict> {
  // Loaded only here: a file is judged with no database driver.
  const { withDatabase } = await import('./database')
  const { getVerdictOf } = await import('@/lib/queries/verdict')
  const verdict = await withDatabase(() => getVerdictOf(slug, now))
  if (!verdict) throw new Error(`there is no assessment ${slug}`)
  return verdict
}

function inWords(subject: string, { ceiling, effective, rule, blockers, nextChangeAt }: Verdict): string {
  const list = (codes: readonly string[]) => (codes.length > 0 ? codes.join(' ') : '-')
  return [
    `${subject}: ${effective} (at best ${ceiling}, by ${rule})`,
    `  gates     ${list(blockers.gates)}`,
    `  critical  ${list(blockers.critical)}`,
    `  standard  ${list(blockers.standard)}`,
    `  controls  ${list(blockers.controls)}`,
    ...(nextChangeAt ? [`  time alone may change this at ${nextChangeAt.toISOString()}`] : []),
    '',
  ].join('\n')
}
