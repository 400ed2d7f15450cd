import type { ReactNode } from 'react'
import { DeclaredTag } from '@/components/status/declared-tag'
import { declaredStatuses, type DeclaredStatus } from '@/lib/domain/items'
import type { Language } from '@/lib/domain/language'
import { canWrite, type Viewer } from '@/lib/domain/permissions'
import { translator } from '@/lib/i18n/translate'
import { InlineStatus } from './inline-status'

interface Row {
  code: string
  version: number
  declaredStatus: DeclaredStatus
  ownerTeams: readonly string[]
}

/** The declared statuses of a list: to be changed in place by whoever may, a tag for others. */
export function declaredCell(viewer: Viewer, slug: string, language: Language): (row: Row) => ReactNode {
  const t = translator(language)
  // One object for all rows, so that it is sent once.
  const options = declaredStatuses.map(value => ({ value, label: t(`status.declared.${value}`) }))
  const words = {
    save: t('form.save'), saving: t('form.saving'), saved: t('form.saved'), lost: t('form.lost'),
    reason: t('items.giveReason'), overtaken: t('items.overtaken'),
    keepYours: t('form.keepYours'), keepTheirs: t('form.keepTheirs'),
  }
  return ({ code, version, declaredStatus, ownerTeams }) => {
    const tag = <DeclaredTag status={declaredStatus} language={language} />
    if (!canWrite(viewer, 'item.changeStatus', { ownerTeams }).allowed) return tag
    return (
      <InlineStatus
        assessment={slug} item={{ code, version, declaredStatus }} options={options} words={words}
        label={t('items.statusOf', { code })} reasonHref={`/${slug}/items/${code}`}
      >
        {tag}
      </InlineStatus>
    )
  }
}
