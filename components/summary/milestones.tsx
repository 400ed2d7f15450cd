import { Due } from '@/components/status/due'
import { ClaimShape } from '@/components/status/claim-shape'
import { Section } from '@/components/ui/section'
import type { LocalDate } from '@/lib/domain/dates'
import type { Language } from '@/lib/domain/language'
import type { Milestone } from '@/lib/domain/milestones'
import { translator } from '@/lib/i18n/translate'

interface MilestonesProps {
  language: Language
  slug: string
  milestones: readonly Milestone[]
  today: LocalDate
}

/** What is due by each milestone, with what is declared done of it and what is proven. */
export function Milestones({ language, slug, milestones, today }: MilestonesProps) {
  const t = translator(language)
  return (
    <Section title={t('milestones.title')} actions={<a href={`/${slug}/roadmap`}>{t('nav.roadmap')}</a>}>
      {milestones.length === 0 && <p>{t('milestones.noStart')}</p>}
      <ol className="space-y-4 print:space-y-1.5">
        {milestones.map(({ day, on, items, tasks }) => (
          <li key={day}>
            <div className="flex flex-wrap items-baseline justify-between gap-x-4">
              <span className="font-medium">{t('milestones.day', { day })}</span>
              <Due date={on} today={today} language={language} settled={items.proven === items.total && tasks.proven === tasks.total} />
            </div>
            <ClaimShape {...items} className="my-1" />
            <p className="text-small text-muted">
              {t('milestones.items', { ...items })}; {t('milestones.tasks', { ...tasks })}
            </p>
          </li>
        ))}
      </ol>
    </Section>
  )
}
