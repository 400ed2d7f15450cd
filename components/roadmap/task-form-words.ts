import type { Language } from '@/lib/domain/language'
import type { TaskFacts } from '@/lib/domain/roadmap'
import { formatDate } from '@/lib/i18n/format'
import { translator } from '@/lib/i18n/translate'
import { taskStates } from '@/lib/schemas/tasks'
import type { TaskFormProps } from './task-form'

/** What the form of a task says, and the states that it offers. */
export function taskFormWords(
  { state, startOn, dueOn }: Pick<TaskFacts, 'state' | 'startOn' | 'dueOn'>, language: Language,
): Pick<TaskFormProps, 'options' | 'words'> {
  const t = translator(language)
  const date = (day: string | null) => (day === null ? t('task.noDate') : formatDate(day, language))
  return {
    options: taskStates.map(value => ({ value, label: t(`status.declared.${value}`) })),
    words: {
      state: t('item.statusLabel'), stateHint: t('item.statusHint'),
      start: t('roadmap.start'), due: t('roadmap.due'),
      reason: t('task.reason'), reasonHint: t('item.moveReasonHint'),
      stored: t('task.stored', { state: t(`status.declared.${state}`), start: date(startOn), due: date(dueOn) }),
      conflict: t('task.conflict'), theirs: t('item.theirs'),
      keepYours: t('form.keepYours'), keepTheirs: t('form.keepTheirs'),
      save: t('form.save'), saving: t('form.saving'),
      problem: t('form.problem'), saved: t('form.saved'), lost: t('form.lost'),
    },
  }
}
