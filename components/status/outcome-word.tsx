import clsx from 'clsx'
import type { Outcome } from '@/lib/domain/facts'
import type { Language } from '@/lib/domain/language'
import { translator } from '@/lib/i18n/translate'
import { DiscCheck, Octagon, Triangle } from '../ui/shapes'
import { toneText, type Tone } from '../ui/tone'

const looks: Record<Outcome, { tone: Tone; Shape: typeof Octagon }> = {
  no_go: { tone: 'danger', Shape: Octagon },
  conditional_go: { tone: 'warn', Shape: Triangle },
  go: { tone: 'good', Shape: DiscCheck },
}

interface OutcomeWordProps {
  outcome: Outcome
  language: Language
  /** `ruling` once a page, large; `inline` in rows and sentences. */
  size?: 'ruling' | 'inline'
}

/** The verdict as its shape alone, where its word stands elsewhere. */
export function OutcomeShape({ outcome }: { outcome: Outcome }) {
  const { tone, Shape } = looks[outcome]
  return <span className={toneText[tone]}><Shape /></span>
}

/** The verdict as a word, like a ruling; in Spanish with the term that boards know it by beside it. */
export function OutcomeWord({ outcome, language, size = 'ruling' }: OutcomeWordProps) {
  const t = translator(language)
  const { tone, Shape } = looks[outcome]
  const ruling = size === 'ruling'
  return (
    <span
      className={clsx(
        'inline-flex flex-wrap items-baseline font-semibold', toneText[tone],
        ruling ? 'gap-x-4 text-verdict tracking-tight' : 'gap-x-1.5',
      )}
    >
      <span className={clsx('inline-flex items-baseline', ruling ? 'gap-x-3' : 'gap-x-1.5')}>
        <span className="self-center"><Shape size={ruling ? 36 : undefined} /></span>
        <span className={ruling ? 'uppercase' : undefined}>{t(`outcome.${outcome}.word`)}</span>
      </span>
      {language !== 'en' && (
        <span lang="en" className={clsx('font-normal tracking-normal text-muted', ruling ? 'text-body' : 'text-small')}>
          ({t(`outcome.${outcome}.term`)})
        </span>
      )}
    </span>
  )
}
