import type { Report, ReportedFinding } from './report'

/** JUnit XML: a suite a file, a case a check that found something, and one that passed where none did. */
export function asJunit({ files }: Report): string {
  const suites = files.map(({ file, outcome, findings }) => {
    const ids = [...new Set(findings.map(({ id }) => id))]
    const cases = ids.map(id => caseOf(file, id, findings.filter(finding => finding.id === id)))
    const count = (tag: string) => cases.filter(text => text.includes(`<${tag} `)).length
    const all = cases.length > 0 ? cases : [`    <testcase classname="${escape(file)}" name="${outcome}"/>`]
    return [
      `  <testsuite name="${escape(file)}" tests="${all.length}" failures="${count('failure')}" errors="${count('error')}" skipped="${count('skipped')}">`,
      ...all, '  </testsuite>',
    ].join('\n')
  })
  return ['<?xml version="1.0" encoding="UTF-8"?>', '<testsuites name="dictamen check">', ...suites, '</testsuites>', ''].join('\n')
}

function caseOf(file: string, id: string, findings: readonly ReportedFinding[]): string {
  const has = (severity: string) => findings.some(finding => finding.severity === severity)
  const tag = has('error') ? 'error' : has('fail') ? 'failure' : has('inconclusive') ? 'skipped' : null
  const lines = findings.map(({ line, column, severity, message }) => `${line}:${column} ${severity} ${message}`).join('\n')
  const open = `    <testcase classname="${escape(file)}" name="${escape(id)}">`
  const body = tag === null
    ? `<system-out>${escape(lines)}</system-out>`
    : `<${tag} message="${escape(findings[0]?.message ?? '')}">${escape(lines)}</${tag}>`
  return `${open}${body}</testcase>`
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** As XML 1.0 can hold it: control characters have no form there at all. */
function escape(text: string): string {
   
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd').replace(/[&<>"]/g, character => entities[character] ?? '')
}
