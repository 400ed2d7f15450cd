import clsx from 'clsx'
import { toneText } from '@/components/ui/tone'
import type { KeptFinding, RanCheck } from '@/lib/domain/check-run'
import type { Language } from '@/lib/domain/language'
import type { Said } from '@/lib/domain/living-table'
import { checkWords, findingWords } from '@/lib/i18n/checks/words'
import { formatInstant } from '@/lib/i18n/format'
import { translator } from '@/lib/i18n/translate'
import { OutcomeTag } from './outcome-tag'
import { severityTone } from './severity-tone'

/** A file that speaks for production now. */
export interface SpeakingFile {
  fileId: string
  revisionId: string
  state: 'accepted' | 'in_review'
  submittedAt: Date
  fileName: string
  checks: readonly RanCheck[]
  findings: readonly KeptFinding[]
}

interface FilesSayProps {
  language: Language
  slug: string
  timeZone: string
  said: readonly Said<SpeakingFile>[]
}

/** What each file says of one thing: what it does not meet in the words of what was found, what it meets by name. */
export function FilesSay({ language, slug, timeZone, said }: FilesSayProps) {
  const t = translator(language)
  if (said.length === 0) return <span className="text-small text-muted">{t('configuration.nothing')}</span>
  return (
    <ul className="space-y-3 text-small">
      {[...Map.groupBy(said, ({ file }) => file)].map(([file, ofFile]) => {
        const href = `/${slug}/review?revision=${file.revisionId}`
        const met = ofFile.filter(({ outcome, findings }) => outcome === 'pass' && findings.length === 0)
        return (
          <li key={file.fileId} className="space-y-1.5">
            {worstFirst(ofFile.filter(one => !met.includes(one))).map(one => <InWords key={one.check} language={language} href={href} {...one} />)}
            {met.length > 0 && (
              <p>
                <OutcomeTag outcome="pass" language={language} />
                {met.map(({ check }, index) => (
                  <span key={check}> <CheckLink check={check} language={language} />{index < met.length - 1 && ' ·'}</span>
                ))}
              </p>
            )}
            <p className="text-muted">
              <a href={href}>{file.fileName}</a> · {formatInstant(file.submittedAt, language, timeZone)}
              {file.state === 'in_review' && ` · ${t('configuration.waiting')}`}
            </p>
          </li>
        )
      })}
    </ul>
  )
}

function worstFirst(said: readonly Said<SpeakingFile>[]): Said<SpeakingFile>[] {
  const place = ({ outcome }: Said<SpeakingFile>) => outcomes.indexOf(outcome)
  return said.toSorted((a, b) => place(a) - place(b))
}

const outcomes: readonly Said<SpeakingFile>['outcome'][] = ['error', 'fail', 'inconclusive', null, 'pass']

const shownAtOnce = 3

function InWords({ language, href, check, outcome, findings }: { language: Language; href: string } & Omit<Said<unknown>, 'file'>) {
  const t = translator(language)
  const more = findings.length - shownAtOnce
  return (
    <div>
      <p>{outcome && <OutcomeTag outcome={outcome} language={language} />} <CheckLink check={check} language={language} /></p>
      {findings.length > 0 && (
        <ul className="mt-1 space-y-0.5 border-l-2 border-line pl-3">
          {findings.slice(0, shownAtOnce).map((finding, index) => (
            <li key={index} className="break-words">
              <span className="text-muted">{t('checks.line', { line: finding.place.line })} · </span>
              {finding.severity !== outcome && (
                <span className={clsx('font-medium', toneText[severityTone[finding.severity]])}>{t(`checks.severity.${finding.severity}`)}: </span>
              )}
              {findingWords(finding, language)}
            </li>
          ))}
          {more > 0 && <li><a href={href}>{t('checks.more', { count: more })}</a></li>}
        </ul>
      )}
    </div>
  )
}

function CheckLink({ check, language }: { check: string; language: Language }) {
  return <a href={`/checks/${check}`}>{checkWords(check, language)?.title ?? check}</a>
}
