import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { load } from 'js-yaml'
import { examplesOf } from '@/lib/checks/check-page'
import { severities, type Severity } from '@/lib/checks/finding'
import { givenAway, runChecks, type CheckedFile, type GivenFile } from '@/lib/checks/run'
import { emptyBaseline, type Baseline } from '@/lib/domain/baseline'
import type { LocalDate } from '@/lib/domain/dates'
import type { Language } from '@/lib/domain/language'
import { checkWords, type CheckWords } from '@/lib/i18n/checks/words'
import { asJson } from './check-report/json'
import { asJunit } from './check-report/junit'
import { asMarkdown } from './check-report/markdown'
import { reportOf, type Report } from './check-report/report'
import { asSarif } from './check-report/sarif'
import { asText } from './check-report/text'
import { oneOf, preferredByShell, UsageError } from './usage'

const outputs: Record<string, (report: Report, language: Language) => string> = {
  text: asText, json: asJson, sarif: asSarif, junit: asJunit, markdown: asMarkdown,
}

/**
 * `dictamen check FILE…`: tells each file from its content and says what it proves. Exit 0 where nothing failed,
 * 1 where something did, 2 where a file could not be read.
 */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'text' },
      baseline: { type: 'string' },
      lang: { type: 'string', default: preferredByShell() },
      explain: { type: 'string' },
      'min-severity': { type: 'string', default: 'info' },
    },
  })
  const language = oneOf(['es', 'en'] as const, values.lang, '--lang')
  if (values.explain !== undefined) return explain(values.explain, language)
  const output = outputs[oneOf(Object.keys(outputs), values.format, '--format')]
  const minimum = severities.indexOf(oneOf(severities, values['min-severity'], '--min-severity'))
  const { given, missing } = await readInputs(positionals.length > 0 ? positionals : ['-'])
  const checked = runChecks(givenAway(given), await readBaseline(values.baseline), today())
  const shown = (severity: Severity) => severities.indexOf(severity) >= minimum
  process.stdout.write(output?.(reportOf([...checked, ...missing], language, shown), language) ?? '')
  const has = (outcome: string) => [...checked, ...missing].some(file => file.outcome === outcome)
  return has('error') ? 2 : has('fail') ? 1 : 0
}

/** The files that are there, and what is said of each that is not. */
async function readInputs(names: readonly string[]): Promise<{ given: GivenFile[]; missing: CheckedFile[] }> {
  const given: GivenFile[] = []
  const missing: CheckedFile[] = []
  for (const name of names)
    try {
      given.push({ name, bytes: name === '-' ? await buffer(process.stdin) : await readFile(name) })
    } catch (error) {
      missing.push(unread(name, error instanceof Error ? error.message : String(error)))
    }
  return { given, missing }
}

function unread(file: string, message: string): CheckedFile {
  const finding = { check: 'file/unreadable', key: 'missing', severity: 'error', place: { line: 1, column: 1 }, values: { message }, items: [] } as const
  return { file, format: null, outcome: 'error', findings: [finding], checks: [] }
}

/** The baseline of an assessment file, or of a file that holds a baseline alone; without a file one that says nothing. */
async function readBaseline(file: string | undefined): Promise<Baseline> {
  if (file === undefined) return emptyBaseline
  // Loaded only here: who names none is done sooner without it.
  const [{ z }, { BaselineFile }] = await Promise.all([import('zod'), import('@/lib/schemas/assessment-file')])
  const content = load(await readFile(file, 'utf8'))
  const read = BaselineFile.safeParse((content as { baseline?: unknown } | null)?.baseline ?? content)
  if (!read.success) throw new UsageError(`${file} holds no baseline: ${z.prettifyError(read.error)}`)
  return read.data
}

/** Prints what a check says, why, what fails and passes, and how to mend it: its page, in Spanish with the words of the interface. */
async function explain(id: string, language: Language): Promise<number> {
  const words = checkWords(id, language)
  if (!words) throw new UsageError(`there is no check ${id}`)
  const page = await readFile(new URL(`../docs/checks/${id}.md`, import.meta.url), 'utf8')
  process.stdout.write(language === 'en' ? page : inSpanish(id, words, page))
  return 0
}

function inSpanish(id: string, { title, why, findings, mend }: CheckWords, page: string): string {
  const examples = (heading: string, of: 'Fails' | 'Passes') =>
    examplesOf(page, of).map(({ language, text }, index) => `${index === 0 ? `## ${heading}\n\n` : ''}\`\`\`${language}\n${text}\`\`\``)
  return [
    `# ${id}`, title, '## Por qué', why, '## Qué encuentra', Object.values(findings).map(text => `- ${text}`).join('\n'),
    ...examples('Un ejemplo que no cumple', 'Fails'), ...examples('Un ejemplo que cumple', 'Passes'), '## Cómo se corrige', mend, '',
  ].join('\n\n')
}

/** The day that it is on this machine. */
function today(): LocalDate {
  const now = new Date()
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
}
