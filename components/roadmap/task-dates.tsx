import { Due } from '@/components/status/due'
import type { Calendar } from '@/lib/domain/calendar'
import type { LocalDate } from '@/lib/domain/dates'
import type { Language } from '@/lib/domain/language'
import { runningDates, type TaskFacts, type TaskProof } from '@/lib/domain/roadmap'
import { translator } from '@/lib/i18n/translate'

interface TaskDatesProps {
  task: TaskFacts
  status: TaskProof['status']
  today: LocalDate
  calendar: Calendar
  language: Language
}

/** Start and end of a task as entries of a list of definitions; each says how late it is while it runs. */
export function TaskDates({ task, status, today, calendar, language }: TaskDatesProps) {
  const t = translator(language)
  const running = runningDates(task, status)
  const due = (key: 'startOn' | 'dueOn') => (
    <Due date={task[key]} today={today} language={language} settled={running[key] === null} calendar={calendar} />
  )
  return (
    <>
      <dt className="text-muted">{t('roadmap.start')}</dt>
      <dd>{due('startOn')}</dd>
      <dt className="text-muted">{t('roadmap.due')}</dt>
      <dd>{due('dueOn')}</dd>
    </>
  )
}
