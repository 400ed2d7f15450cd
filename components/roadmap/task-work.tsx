import { refusalWord } from '@/components/items/refusal'
import { Section } from '@/components/ui/section'
import type { Language } from '@/lib/domain/language'
import { canWrite, type Viewer } from '@/lib/domain/permissions'
import type { TaskFacts } from '@/lib/domain/roadmap'
import { formatDate } from '@/lib/i18n/format'
import { translator } from '@/lib/i18n/translate'
import { taskStates } from '@/lib/schemas/tasks'
import { TaskForm } from './task-form'

interface TaskWorkProps {
  language: Language
  slug: string
  task: TaskFacts & { version: number }
  viewer: Viewer
  owners: string
}

/** What the owning team does with a task: declares its state and moves its dates. */
export function TaskWork({ language, slug, task, viewer, owners }: TaskWorkProps) {
  const t = translator(language)
  const { code, version, state, startOn, dueOn } = task
  const date = (day: string | null) => (day === null ? t('task.noDate') : formatDate(day, language))
  const stored = t('task.stored', { state: t(`status.declared.${state}`), start: date(startOn), due: date(dueOn) })
  return (
    <div className="print:hidden">
      <Section title={t('task.change')}>
        <TaskForm
          assessment={slug} task={{ code, version, state, startOn, dueOn }}
          disabledReason={refusalWord(canWrite(viewer, 'task.update', task), owners, t)}
          options={taskStates.map(value => ({ value, label: t(`status.declared.${value}`) }))}
          words={{
            state: t('item.statusLabel'), stateHint: t('item.statusHint'),
            start: t('roadmap.start'), due: t('roadmap.due'),
            reason: t('task.reason'), reasonHint: t('item.moveReasonHint'),
            stored, conflict: t('task.conflict'), theirs: t('item.theirs'),
            keepYours: t('form.keepYours'), keepTheirs: t('form.keepTheirs'),
            save: t('form.save'), saving: t('form.saving'),
            problem: t('form.problem'), saved: t('form.saved'), lost: t('form.lost'),
          }}
        />
      </Section>
    </div>
  )
}
