import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import type { Outcome } from '@/lib/domain/facts'
import { decide } from '@/lib/domain/verdict'
import { verdictReport, type VerdictReport } from '@/lib/domain/verdict-report'
import { readAssessmentText } from '@/lib/operations/assessment-text'
import { factsOfFile } from '@/lib/operations/file-facts'
import { askServer, serverUrl } from './server'
import { UsageError } from './usage'

/**
 * `dictamen verdict <slug | file> [--json] [--url URL]`: prints the verdict of a file, of a server by its address or
 * `DICTAMEN_URL`, or else of the database; exit 0 go, 2 conditional go, 3 no-go.
 */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args, allowPositionals: true, options: { json: { type: 'boolean', default: false }, url: { type: 'string' } },
  })
  const [subject, ...rest] = positionals
  if (subject === undefined || rest.length > 0) throw new UsageError('verdict takes one slug or file')
  const report = await judge(subject, values.url)
  process.stdout.write(values.json ? `${JSON.stringify(report, null, 2)}\n` : inWords(subject, report))
  return exitCodes[report.effective]
}

function judge(subject: string, named: string | undefined): Promise<VerdictReport> {
  if (/\.(ya?ml|json)$/.test(subject)) return judgeFile(subject, new Date())
  const url = serverUrl(named)
  return url === null ? judgeDatabase(subject, new Date()) : judgeServer(url, subject)
}

const exitCodes: Record<Outcome, number> = { go: 0, conditional_go: 2, no_go: 3 }

async function judgeFile(file: string, now: Date): Promise<VerdictReport> {
  const read = readAssessmentText(await readFile(file, 'utf8'))
  if (!read.ok) throw new Error(read.problems.map(p => `${file}:${p.line ?? 1} ${p.field} ${p.message}`).join('\n'))
  const { facts, policy } = factsOfFile(read.file)
  return verdictReport(decide(facts, policy, now))
}

async function judgeDatabase(slug: string, now: Date): Promise<VerdictReport> {
  // Loaded only here: a file is judged with no database driver.
  const { withDatabase } = await import('./database')
  const { getVerdictOf } = await import('@/lib/queries/verdict')
  const verdict = await withDatabase(() => getVerdictOf(slug, now))
  if (!verdict) throw new Error(`there is no assessment ${slug}`)
  return verdictReport(verdict)
}

/** What the server answers is what is printed here. */
async function judgeServer(url: string, slug: string): Promise<VerdictReport> {
  const report = await askServer(url, `/api/v1/assessments/${encodeURIComponent(slug)}/verdict`) as VerdictReport
  if (!(report.effective in exitCodes)) throw new Error(`${url} answered something else than a verdict`)
  return { ...report, nextChangeAt: report.nextChangeAt && new Date(report.nextChangeAt) }
}

function inWords(subject: string, { ceiling, effective, rule, blockers, nextChangeAt }: VerdictReport): string {
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
