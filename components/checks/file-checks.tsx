import clsx from 'clsx'
import { worstFirst, type CheckRun, type KeptFinding } from '@/lib/domain/check-run'
import type { Language } from '@/lib/domain/language'
import { findingWords } from '@/lib/i18n/checks/words'
import { translator } from '@/lib/i18n/translate'
import { toneText } from '../ui/tone'
import { OutcomeTag } from './outcome-tag'
import { severityTone } from './severity-tone'

const shownAtOnce = 5
// A file with more is as wrong; the command line says all of it.
const mostShown = 100

/** What the checks of a file found, the first of it at once; each finding leads to what its check asks and why. */
export function FileChecks({ run, language }: { run: CheckRun; language: Language }) {
  const t = translator(language)
  // What fails is read first, whatever its line.
  const findings = worstFirst(run.findings)
  const rest = findings.slice(shownAtOnce, mostShown)
  const unshown = findings.length - mostShown
  return (
    <div className="space-y-1 text-small">
      <OutcomeTag outcome={run.outcome} language={language} />
      <Findings findings={findings.slice(0, shownAtOnce)} language={language} />
      {rest.length > 0 && (
        <details>
          <summary className="text-accent">{t('checks.more', { count: rest.length })}</summary>
          <Findings findings={rest} language={language} />
          {unshown > 0 && <p className="mt-1 pl-3 text-muted">{t('checks.unshown', { count: unshown })}</p>}
        </details>
      )}
    </div>
  )
}

function Findings({ findings, language }: { findings: readonly KeptFinding[]; language: Language }) {
  const t = translator(language)
  if (findings.length === 0) return null
  return (
    <ul className="mt-1 space-y-1 border-l-2 border-line pl-3">
      {findings.map((finding, index) => (
        <li key={index} className="break-words">
          <span className={clsx('font-medium', toneText[severityTone[finding.severity]])}>{t(`checks.severity.${finding.severity}`)}</span>
          <span className="text-muted"> · {t('checks.line', { line: finding.place.line })} · </span>
          {findingWords(finding, language)}{' '}
          <a href={`/checks/${finding.check}`} className="font-mono text-muted">{finding.check}</a>
          {finding.items.length > 0 && <span className="text-muted"> · {finding.items.join(', ')}</span>}
        </li>
      ))}
    </ul>
  )
}
