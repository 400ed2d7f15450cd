import type { Language } from '@/lib/domain/language'
import type { Report } from './report'

/** A table a file, as a comment of a change request shows it. */
export function asMarkdown({ files }: Report, language: Language): string {
  const [place, severity, check, message, items] = columns[language]
  return files.map(({ file, format, outcome, findings }) => [
    `### ${cell(file)}: ${outcome}${format ? ` (${format})` : ''}`, '',
    ...(findings.length === 0 ? [] : [
      `| ${place} | ${severity} | ${check} | ${message} | ${items} |`, '|---|---|---|---|---|',
      ...findings.map(finding =>
        `| ${finding.line}:${finding.column} | ${finding.severity} | ${finding.id} | ${cell(finding.message)} | ${finding.items.join(' ')} |`),
      '',
    ]),
  ].join('\n')).join('\n')
}

const columns: Record<Language, readonly [string, string, string, string, string]> = {
  es: ['Lugar', 'Gravedad', 'Comprobación', 'Qué dice', 'Ítems'],
  en: ['Place', 'Severity', 'Check', 'What it says', 'Items'],
}

/** What a file says must not become markup of the comment. */
function cell(text: string): string {
  return text.replace(/[\\|`*_<>[\]#]/g, character => `\\${character}`).replace(/\s+/g, ' ')
}
