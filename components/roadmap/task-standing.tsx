import { DeclaredTag } from '@/components/status/declared-tag'
import { ProvenTag } from '@/components/status/proven-tag'
import { Section } from '@/components/ui/section'
import type { Calendar } from '@/lib/domain/calendar'
import type { LocalDate } from '@/lib/domain/dates'
import type { Language } from '@/lib/domain/language'
import type { TaskProof } from '@/lib/domain/roadmap'
import { translator } from '@/lib/i18n/translate'
import type { ShownTask } from './shown-task'
import { TaskDates } from './task-dates'

interface TaskStandingProps {
  language: Language
  today: LocalDate
  calendar: Calendar
  task: ShownTask
  proof: TaskProof
  owners: string
  /** Where it stands in the source. */
  source: string
}

/** What is declared of a task beside what is proven of its success metric and why, by whom and by when. */
export function TaskStanding({ language, today, calendar, task, proof, owners, source }: TaskStandingProps) {
  const t = translator(language)
  return (
    <Section title={t('item.standing')}>
      <div className="mb-4 grid gap-px overflow-hidden rounded-sm border border-line bg-line desk:grid-cols-2">
        <div className="bg-raised p-4">
          <p className="mb-2 text-small text-muted">{t('item.declared')}</p>
          <DeclaredTag status={task.state} language={language} />
        </div>
        <div className="bg-raised p-4">
          <p className="mb-2 text-small text-muted">{t('item.proven')}</p>
          <ProvenTag status={proof.status} language={language} />
          <Reasons {...{ language, task, proof }} />
        </div>
      </div>
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1 desk:grid-cols-[12rem_1fr]">
        <dt className="text-muted">{t('item.owners')}</dt>
        <dd>{owners}</dd>
        <TaskDates task={task} status={proof.status} today={today} calendar={calendar} language={language} />
        <dt className="text-muted">{t('item.source')}</dt>
        <dd>{source}</dd>
      </dl>
    </Section>
  )
}

function Reasons({ language, task, proof }: Pick<TaskStandingProps, 'language' | 'task' | 'proof'>) {
  const t = translator(language)
  return (
    <ul className="mt-2 space-y-1 text-small">
      {proof.status === 'proven' && <li>{t('task.whyProven')}</li>}
      {proof.requirements.length === 0 && <li>{t('task.noEvidence')}</li>}
      {proof.requirements.filter(({ state }) => state !== 'met').map(({ key, reason }) => (
        <li key={key}>
          <span className="text-muted">{task.requirements.find(one => one.key === key)?.title[language]}:</span>{' '}
          {t(`proofReason.${reason}`)}
        </li>
      ))}
    </ul>
  )
}
