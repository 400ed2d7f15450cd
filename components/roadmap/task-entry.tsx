import { ItemLinks } from '@/components/items/related-items'
import { DeclaredTag } from '@/components/status/declared-tag'
import { ProvenTag } from '@/components/status/proven-tag'
import type { Calendar } from '@/lib/domain/calendar'
import type { LocalDate } from '@/lib/domain/dates'
import type { DeclaredStatus } from '@/lib/domain/items'
import type { Bilingual, Language } from '@/lib/domain/language'
import type { ItemProof } from '@/lib/domain/proof'
import { proveTask } from '@/lib/domain/roadmap'
import { teamWords } from '@/lib/domain/team-words'
import { translator } from '@/lib/i18n/translate'
import type { ShownTask } from './shown-task'
import { TaskDates } from './task-dates'

/** What the tasks of a roadmap are shown with. */
export interface TaskContext {
  language: Language
  slug: string
  today: LocalDate
  calendar: Calendar
  teamNames: ReadonlyMap<string, Bilingual>
  items: readonly { code: string; requirement: Bilingual; declaredStatus: DeclaredStatus }[]
  proofs: ReadonlyMap<string, ItemProof>
}

/** A task of the roadmap: what it must bring about, who owes it by when, and the items that it closes. */
export function TaskEntry({ task, ...context }: TaskContext & { task: ShownTask }) {
  const { language, slug, today, calendar, teamNames, items, proofs } = context
  const t = translator(language)
  const { status } = proveTask(task, today)
  const closed = items.filter(({ code }) => task.closes.includes(code))
  return (
    <li
      id={task.code}
      className={
        'grid gap-x-12 gap-y-3 border-b border-edge py-4 target:bg-sunken ' +
        'desk:grid-cols-[1fr_20rem] desk:grid-rows-[auto_1fr]'
      }
    >
      <div className="min-w-0">
        <p className="font-mono text-small">{task.code}</p>
        <h3><a href={`/${slug}/roadmap/${task.code}`}>{task.title[language]}</a></h3>
        <p className="max-w-reading">
          <span className="text-muted">{t('roadmap.metric')}:</span> {task.successMetric[language]}
        </p>
      </div>
      <div className="space-y-2 desk:row-span-2">
        <p className="flex flex-wrap gap-2">
          <DeclaredTag status={task.state} language={language} /><ProvenTag status={status} language={language} />
        </p>
        <dl className="grid grid-cols-[auto_1fr] gap-x-4">
          <dt className="text-muted">{t('item.owners')}</dt>
          <dd>{teamWords(task.ownerTeams, teamNames, language)}</dd>
          <TaskDates task={task} status={status} today={today} calendar={calendar} language={language} />
        </dl>
      </div>
      {closed.length > 0 && (
        <div className="min-w-0 desk:col-start-1">
          <p className="mb-1 text-small text-muted">{t('roadmap.closes')}</p>
          <ItemLinks language={language} slug={slug} items={closed} proofs={proofs} />
        </div>
      )}
    </li>
  )
}
