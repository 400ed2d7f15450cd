import type { Severity } from '@/lib/checks/finding'
import { checkWords } from '@/lib/i18n/checks/words'
import type { Language } from '@/lib/domain/language'
import type { Report } from './report'

// SARIF 2.1.0, section 3.27.10.
const levels: Record<Severity, 'note' | 'warning' | 'error'> = {
  info: 'note', warning: 'warning', inconclusive: 'warning', fail: 'error', error: 'error',
}

/** SARIF 2.1.0, as code scanning in a forge shows it beside the lines. */
export function asSarif({ files }: Report, language: Language): string {
  const ids = [...new Set(files.flatMap(({ findings }) => findings.map(({ id }) => id)))].sort()
  const results = files.flatMap(({ file, findings }) => findings.map(({ id, key, severity, line, column, message, items }) => ({
    ruleId: id,
    ruleIndex: ids.indexOf(id),
    level: levels[severity],
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: { uri: encodeURI(file.replaceAll('\\', '/')) }, region: { startLine: line, startColumn: column } } }],
    properties: { key, severity, items },
  })))
  const rules = ids.map(id => {
    const words = checkWords(id, language)
    return { id, shortDescription: { text: words?.title ?? id }, fullDescription: { text: words?.why ?? id }, help: { text: words?.mend ?? id } }
  })
  const run = { tool: { driver: { name: 'Dictamen', rules } }, columnKind: 'utf16CodeUnits', results }
  return `${JSON.stringify({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }, null, 2)}\n`
}
