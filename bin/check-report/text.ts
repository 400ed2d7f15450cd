import type { Language } from '@/lib/domain/language'
import type { Report } from './report'

/** A line a finding, as compilers and linters print it, then a summary. */
export function asText({ files }: Report, language: Language): string {
  const lines = files.flatMap(({ file, findings }) => findings.map(({ line, column, severity, id, message }) =>
    `${file}:${line}:${column} ${severity} ${id} ${message}`))
  const outcomes = files.map(({ file, format, outcome }) => `${file}: ${outcome}${format ? ` (${format})` : ''}`)
  const count = (severity: string) => files.flatMap(({ findings }) => findings).filter(finding => finding.severity === severity).length
  const words = summaryWords[language]
  const summary = `${files.length} ${words.files}, ${count('fail')} ${words.fail}, ${count('inconclusive')} ${words.inconclusive}, ${count('warning')} ${words.warning}, ${count('error')} ${words.error}`
  return [...lines, ...(lines.length > 0 ? [''] : []), ...outcomes, summary, ''].join('\n')
}

const summaryWords: Record<Language, Record<'files' | 'fail' | 'inconclusive' | 'warning' | 'error', string>> = {
  es: { files: 'archivo(s)', fail: 'falla(s)', inconclusive: 'no concluyente(s)', warning: 'advertencia(s)', error: 'ilegible(s)' },
  en: { files: 'file(s)', fail: 'failed', inconclusive: 'inconclusive', warning: 'warning(s)', error: 'unreadable' },
}
