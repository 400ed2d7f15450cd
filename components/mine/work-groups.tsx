import { MoreItems, mostNamed } from '@/components/items/more-items'
import { Section } from '@/components/ui/section'
import type { LocalDate } from '@/lib/domain/dates'
import type { Language } from '@/lib/domain/language'
import { expiringDays, workStates, type WorkState } from '@/lib/domain/my-work'
import { formatNumber } from '@/lib/i18n/format'
import { translator } from '@/lib/i18n/translate'
import { WorkTable, type ShownWork } from './work-table'

interface WorkGroupsProps {
  language: Language
  slug: string
  today: LocalDate
  groups: Record<WorkState, readonly ShownWork[]>
}

/** How much there is of everything, then each group with its work. */
export function WorkGroups({ language, slug, today, groups }: WorkGroupsProps) {
  const t = translator(language)
  const filled = workStates.filter(state => groups[state].length > 0)
  return (
    <>
      <nav aria-label={t('mine.glance')} className="rounded-sm border border-line bg-raised px-4 py-3">
        <ul className="flex flex-wrap gap-x-10 gap-y-2">
          {filled.map(state => (
            <li key={state}>
              <a href={`#${state}`} className="flex items-baseline gap-2">
                <span className="text-title font-semibold">{formatNumber(groups[state].length, language)}</span>
                {t(`mine.${state}.title`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {filled.map(state => ({ state, shown: groups[state].filter(isShown) })).map(({ state, shown }) => (
        <Section key={state} id={state} title={t(`mine.${state}.title`)} lead={t(`mine.${state}.lead`, { days: expiringDays })}>
          <WorkTable {...{ language, slug, today }} caption={t(`mine.${state}.title`)} works={shown} />
          <MoreItems language={language} href={`/${slug}/items?kind=all&mine=1&sort=due${state === 'late' ? '&late=1' : ''}`} count={groups[state].length - shown.length} />
        </Section>
      ))}
    </>
  )
}

/** Tasks are few, and the list that the rest is looked for in has only items. */
function isShown({ kind }: ShownWork, index: number): boolean {
  return kind === 'task' || index < mostNamed
}
