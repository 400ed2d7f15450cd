import type { Language } from '@/lib/domain/language'
import { canWrite, type Viewer } from '@/lib/domain/permissions'
import { translator } from '@/lib/i18n/translate'
import { refusalWord } from './refusal'

/** What selecting rows needs, and why some cannot be selected. */
export interface Selectable {
  words: {
    title: string
    all: string
    /** With `{code}` for the item's. */
    one: string
  }
  /** Why the viewer may not change an item; undefined where they may. */
  refusal: (row: { ownerTeams: readonly string[]; owners: string }) => string | undefined
}

/** The rows of a list that the viewer may change many of at once. */
export function selectable(viewer: Viewer, language: Language): Selectable {
  const t = translator(language)
  return {
    words: { title: t('checklist.select'), all: t('checklist.selectAll'), one: t('checklist.selectItem', { code: '{code}' }) },
    refusal: ({ ownerTeams, owners }) => refusalWord(canWrite(viewer, 'item.plan', { ownerTeams }), owners, t),
  }
}
