import { declaredStatuses } from '@/lib/domain/items'
import type { Language } from '@/lib/domain/language'
import { canWrite, type Viewer } from '@/lib/domain/permissions'
import { translator } from '@/lib/i18n/translate'
import type { InlineStatusProps } from './inline-status'

/** What declaring a status in its row needs, and who may. */
export interface Declarable {
  props: Pick<InlineStatusProps, 'options' | 'words'> & {
    /** What the choice is of, with `{code}` for the item's. */
    label: string
  }
  mayDeclare: (row: { ownerTeams: readonly string[] }) => boolean
}

/** The declared statuses of a list, to be changed in place by whoever may. */
export function declarable(viewer: Viewer, language: Language): Declarable {
  const t = translator(language)
  return {
    props: {
      options: declaredStatuses.map(value => ({ value, label: t(`status.declared.${value}`) })),
      words: {
        save: t('form.save'), saving: t('form.saving'), saved: t('form.saved'), lost: t('form.lost'),
        reason: t('items.giveReason'), overtaken: t('items.overtaken'),
        keepYours: t('form.keepYours'), keepTheirs: t('form.keepTheirs'),
      },
      label: t('items.statusOf', { code: '{code}' }),
    },
    mayDeclare: row => canWrite(viewer, 'item.changeStatus', row).allowed,
  }
}
