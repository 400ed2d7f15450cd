import { OutcomeWord } from '@/components/status/outcome-word'
import { Notice } from '@/components/ui/notice'
import type { Language } from '@/lib/domain/language'
import type { Verdict } from '@/lib/domain/verdict'
import { translator } from '@/lib/i18n/translate'
import { whatIfGroups } from './what-if-choices'

interface WhatIfResultProps {
  language: Language
  slug: string
  /** As it stands. */
  today: Verdict
  /** As it would stand. */
  trial: Verdict
  /** Codes that are of no item. */
  unknown: readonly string[]
  /** Codes that are taken as proven and are of an item. */
  assumed: readonly string[]
  /** Where this trial is found again. */
  href: string
  isEmpty: boolean
}

/** What would follow: the best outcome, the rule that gives it, and what would still block. */
export function WhatIfResult({ language, slug, today, trial, unknown, assumed, href, isEmpty }: WhatIfResultProps) {
  const t = translator(language)
  const { gates, critical } = trial.blockers
  const word = (outcome: Verdict['ceiling']) => t(`outcome.${outcome}.word`).toLocaleLowerCase(language)
  const refuted = assumed.flatMap(code => trial.items.get(code) ?? []).filter(proof => proof.refutedBy.length > 0)
  return (
    <div className="rounded-sm border border-line bg-raised p-4">
      <div role="status">
        <p className="text-small text-muted">{t('whatIf.best')}</p>
        <p className="mt-1 text-title"><OutcomeWord outcome={trial.ceiling} language={language} size="inline" /></p>
        <p className="mt-2">{t(`verdict.rule.${trial.rule}`, { count: gates.length + critical.length })}</p>
        <p className="mt-1 text-muted">
          {isEmpty ? t('whatIf.nothing')
            : today.ceiling === trial.ceiling ? t('whatIf.same') : t('whatIf.today', { outcome: word(today.ceiling) })}
          {' '}{t('whatIf.effective', { outcome: word(trial.effective) })}
        </p>
      </div>
      {unknown.length > 0 && (
        <div className="mt-4">
          <Notice tone="warn" title={t('whatIf.unknown', { count: unknown.length })}>
            <p className="font-mono text-small wrap-anywhere">{unknown.join(', ')}</p>
          </Notice>
        </div>
      )}
      {refuted.length > 0 && (
        <div className="mt-4">
          <Notice tone="warn" title={t('whatIf.refuted', { count: refuted.length })}>
            <ul>
              {refuted.map(({ code, refutedBy }) => (
                <li key={code}>{t('whatIf.refutedBy', { code, controls: refutedBy.join(', ') })}</li>
              ))}
            </ul>
          </Notice>
        </div>
      )}
      <h2 className="mt-4 font-semibold">{t('whatIf.still')}</h2>
      <StillOpen language={language} slug={slug} trial={trial} />
      {!isEmpty && <p className="mt-4 print:hidden"><a href={href}>{t('whatIf.link')}</a></p>}
    </div>
  )
}

function StillOpen({ language, slug, trial }: Pick<WhatIfResultProps, 'language' | 'slug' | 'trial'>) {
  const t = translator(language)
  const open = whatIfGroups.filter(group => trial.blockers[group].length > 0)
  if (open.length === 0) return <p>{t('whatIf.stillNothing')}</p>
  return (
    <dl className="mt-1 space-y-2">
      {open.map(group => (
        <div key={group}>
          <dt className="text-small text-muted">
            {t('whatIf.stillGroup', { group: t(`verdict.group.${group}`), count: trial.blockers[group].length })}
          </dt>
          <dd className="flex flex-wrap gap-x-3 font-mono text-small leading-6">
            {trial.blockers[group].map(code => <a key={code} href={`/${slug}/items/${code}`}>{code}</a>)}
          </dd>
        </div>
      ))}
    </dl>
  )
}
