import type { Severity } from '@/lib/checks/finding'
import type { CheckedFile } from '@/lib/checks/run'
import type { Language } from '@/lib/domain/language'
import { findingWords } from '@/lib/i18n/checks/words'

/** What was found, in words, as every form of output begins from. */
export interface Report {
  files: readonly ReportedFile[]
}

export interface ReportedFile extends Pick<CheckedFile, 'file' | 'format' | 'outcome'> {
  findings: readonly ReportedFinding[]
}

export interface ReportedFinding {
  /** Of the check. */
  id: string
  /** Which of the check's findings it is. */
  key: string
  severity: Severity
  line: number
  column: number
  values: Readonly<Record<string, string | number>>
  message: string
  /** Codes of the items that it speaks of. */
  items: readonly string[]
}

/** Puts what was found into words. Leaving findings out changes no outcome. */
export function reportOf(checked: readonly CheckedFile[], language: Language, isShown: (severity: Severity) => boolean): Report {
  return {
    files: checked.map(({ file, format, outcome, findings }) => ({
      file, format, outcome,
      findings: findings.filter(({ severity }) => isShown(severity)).map(finding => ({
        id: finding.check, key: finding.key, severity: finding.severity, line: finding.place.line, column: finding.place.column,
        values: finding.values, message: findingWords(finding, language), items: finding.items,
      })),
    })),
  }
}
