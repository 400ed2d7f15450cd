import type { Column } from '@/components/ui/table'
import type { ListedItem } from '@/lib/domain/item-list'
import type { Language } from '@/lib/domain/language'
import { canWrite, type Viewer } from '@/lib/domain/permissions'
import { translator } from '@/lib/i18n/translate'
import { refusalWord } from './refusal'

/** The column that selects rows; of those that the viewer may not change the box says why. */
export function selectColumn<Row extends ListedItem & { version: number }>(viewer: Viewer, language: Language): Column<Row> {
  const t = translator(language)
  return {
    key: 'select', label: t('checklist.select'), hideOnPaper: true, headClassName: 'w-7', cellClassName: 'phone:absolute phone:top-2 phone:right-0 phone:before:hidden',
    head: (
      <>
        <input type="checkbox" name="all" autoComplete="off" aria-label={t('checklist.selectAll')} className={`${boxStyle} phone:hidden`} />
        {/* There heads are for those who hear the table, and one without words is none. */}
        <span className="hidden phone:inline">{t('checklist.select')}</span>
      </>
    ),
    cell: ({ code, version, ownerTeams, owners }) => {
      const reason = refusalWord(canWrite(viewer, 'item.plan', { ownerTeams }), owners, t)
      const label = t('checklist.selectItem', { code })
      return (
        <input
          type="checkbox" name="selected" value={code} id={code} data-version={version} disabled={reason !== undefined}
          // A browser would set it again after the page is loaded anew.
          autoComplete="off" title={reason} aria-label={reason ? `${label}. ${reason}` : label} className={boxStyle}
        />
      )
    },
  }
}

const boxStyle = 'block size-5 accent-accent disabled:cursor-not-allowed'
