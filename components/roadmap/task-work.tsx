import { refusalWord } from '@/components/items/refusal'
import { Section } from '@/components/ui/section'
import type { Language } from '@/lib/domain/language'
import { canWrite, type Viewer } from '@/lib/domain/permissions'
import type { TaskFacts } from '@/lib/domain/roadmap'
import { translator } from '@/lib/i18n/translate'
import { KeptTaskForm } from './task-form'
import { taskFormWords } from './task-form-words'

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
  return (
    <div className="print:hidden">
      <Section title={t('task.change')}>
        <KeptTaskForm
          assessment={slug} task={{ code, version, state, startOn, dueOn }} userId={viewer.userId}
          disabledReason={refusalWord(canWrite(viewer, 'task.update', task), owners, t)}
          {...taskFormWords(task, language)}
        />
      </Section>
    </div>
  )
}
