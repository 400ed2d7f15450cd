import type { Translate } from '@/lib/i18n/translate'

/** The words that every form needs, whatever it is about. */
export function formWords(t: Translate) {
  return { save: t('form.save'), saving: t('form.saving'), problem: t('form.problem'), saved: t('form.saved'), lost: t('form.lost') }
}

export type FormWords = ReturnType<typeof formWords>
