import { ClaimShape } from '@/components/status/claim-bar'
import { Section } from '@/components/ui/section'
import type { LocalDate } from '@/lib/domain/dates'
import type { Language } from '@/lib/domain/language'
import { horizonsOf, taskProgress, type TaskFacts } from '@/lib/domain/roadmap'
import { formatDate } from '@/lib/i18n/format'
import { translator } from '@/lib/i18n/translate'

interface HorizonsProps {
  language: Language
  slug: string
  tasks: readonly TaskFacts[]
  startedOn: LocalDate | null
  today: LocalDate
}

/** The horizons of the roadmap, each with what is declared done and what is proven. */
export function Horizons({ language, slug, tasks, startedOn, today }: HorizonsProps) {
  const t = translator(language)
  return (
    <Section title={t('summary.horizons')} actions={<a href={`/${slug}/roadmap`}>{t('nav.roadmap')}</a>}>
      <ul className="space-y-4">
        {horizonsOf(tasks, startedOn).map(({ fromDay, toDay, endsOn, tasks: members }) => {
          const { declared, proven, total } = taskProgress(members, today)
          return (
            <li key={fromDay}>
              <div className="flex flex-wrap items-baseline justify-between gap-x-4">
                <span className="font-medium">{t('summary.horizon', { from: fromDay, to: toDay })}</span>
                {endsOn && <span className="text-small text-muted">{formatDate(endsOn, language)}</span>}
              </div>
              <ClaimShape declared={declared} proven={proven} total={total} className="my-1" />
              <p className="text-small text-muted">{t('summary.tasks', { done: declared, proven, total })}</p>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
