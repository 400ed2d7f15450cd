import { ClaimBar } from '@/components/status/claim-bar'
import { Triangle } from '@/components/ui/shapes'
import { Section } from '@/components/ui/section'
import type { LocalDate } from '@/lib/domain/dates'
import type { Language } from '@/lib/domain/language'
import { isLate, proveTask, taskProgress, type Horizon } from '@/lib/domain/roadmap'
import { formatDate } from '@/lib/i18n/format'
import { translator } from '@/lib/i18n/translate'
import type { ShownTask } from './shown-task'
import { TaskEntry, type TaskContext } from './task-entry'

interface HorizonSectionProps extends TaskContext {
  horizon: Horizon<ShownTask>
}

/** A horizon of the roadmap: its dates, how far it is claimed and proven, and its tasks. */
export function HorizonSection({ horizon, ...context }: HorizonSectionProps) {
  const { language, today } = context
  const { fromDay, toDay, startsOn, endsOn, tasks } = horizon
  const t = translator(language)
  const late = tasks.filter(task => isLate(task, proveTask(task, today).status, today)).length
  return (
    <Section
      title={t('roadmap.horizon', { from: fromDay, to: toDay })}
      lead={startsOn && endsOn && <Dates {...{ startsOn, endsOn, late, language }} />}
    >
      <div className="mb-4 max-w-reading"><ClaimBar {...taskProgress(tasks, today)} language={language} /></div>
      <ul className="border-t border-edge">
        {tasks.map(task => <TaskEntry key={task.code} task={task} {...context} />)}
      </ul>
    </Section>
  )
}

function Dates({ startsOn, endsOn, late, language }: {
  startsOn: LocalDate
  endsOn: LocalDate
  late: number
  language: Language
}) {
  const t = translator(language)
  return (
    <span className="flex flex-wrap gap-x-3">
      {t('roadmap.dates', { from: formatDate(startsOn, language), to: formatDate(endsOn, language) })}
      {late > 0 && (
        <span className="inline-flex items-center gap-1 text-small font-medium text-warn">
          <Triangle size={12} />{t('roadmap.late', { count: late })}
        </span>
      )}
    </span>
  )
}
