import { ClaimShape } from '@/components/status/claim-bar'
import { Section } from '@/components/ui/section'
import { addDays } from '@/lib/domain/dates'
import type { Language } from '@/lib/domain/language'
import { formatDate } from '@/lib/i18n/format'
import { translator } from '@/lib/i18n/translate'

interface Task {
  fromDay: number
  toDay: number
  state: 'not_started' | 'in_progress' | 'done'
  isProven: boolean
}

interface HorizonsProps {
  language: Language
  slug: string
  tasks: readonly Task[]
  startedOn: string | null
}

/** The horizons of the roadmap, each with what is declared done and what is proven. */
export function Horizons({ language, slug, tasks, startedOn }: HorizonsProps) {
  const t = translator(language)
  const horizons = Map.groupBy(tasks, ({ fromDay, toDay }) => `${fromDay}-${toDay}`)
  return (
    <Section title={t('summary.horizons')} actions={<a href={`/${slug}/roadmap`}>{t('nav.roadmap')}</a>}>
      <ul className="space-y-4">
        {[...horizons.values()].map(members => {
          const [{ fromDay, toDay }] = members as [Task, ...Task[]]
          const done = members.filter(({ state }) => state === 'done').length
          const proven = members.filter(({ isProven }) => isProven).length
          return (
            <li key={fromDay}>
              <div className="flex flex-wrap items-baseline justify-between gap-x-4">
                <span className="font-medium">{t('summary.horizon', { from: fromDay, to: toDay })}</span>
                {startedOn && <span className="text-small text-muted">{formatDate(addDays(startedOn, toDay), language)}</span>}
              </div>
              <ClaimShape declared={done} proven={proven} total={members.length} className="my-1" />
              <p className="text-small text-muted">{t('summary.tasks', { done, proven, total: members.length })}</p>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
