import { CriticalityTag } from '@/components/status/criticality-tag'
import { Due } from '@/components/status/due'
import { Table, type Column } from '@/components/ui/table'
import type { LocalDate } from '@/lib/domain/dates'
import { isSettled } from '@/lib/domain/item-list'
import type { Bilingual, Language } from '@/lib/domain/language'
import { missingProof, type Assigned, type Work } from '@/lib/domain/my-work'
import { formatDate } from '@/lib/i18n/format'
import { translator } from '@/lib/i18n/translate'

export interface ShownWork extends Work {
  kind: 'item' | 'task'
  title: Bilingual
  startOn: LocalDate | null
  assignedTo: Assigned | null
  refutedBy: readonly string[]
  asked: readonly { id: string; key: string; title: Bilingual }[]
}

interface WorkTableProps {
  language: Language
  slug: string
  today: LocalDate
  caption: string
  works: readonly ShownWork[]
}

/** What is owed, by when, and what is still missing to prove it: each missing piece leads to where it is handed in. */
export function WorkTable({ language, slug, today, caption, works }: WorkTableProps) {
  const t = translator(language)
  const columns: Column<ShownWork>[] = [
    {
      key: 'work', label: t('mine.work'), isRowHeader: true,
      cell: work => (
        <span className="flex gap-3">
          <span className="w-20 shrink-0 font-mono text-small leading-6 font-normal">{work.code}</span>
          <span className="min-w-0">
            <a href={hrefOf(slug, work)}>{work.title[language]}</a>
            <span className="flex flex-wrap gap-x-3 text-small font-normal text-muted">
              {work.criticality
                ? work.criticality !== 'standard' && <CriticalityTag criticality={work.criticality} language={language} />
                : t('mine.task')}
              {work.assignedTo && <span className="leading-6">{t(`mine.assigned.${work.assignedTo}`)}</span>}
            </span>
          </span>
        </span>
      ),
    },
    {
      key: 'due', label: t('mine.due'), noWrap: true,
      cell: ({ startOn, dueOn, status }) => (
        <>
          <Due date={dueOn} today={today} language={language} settled={isSettled({ proven: status })} />
          {startOn !== null && startOn < today && (
            <span className="block text-small text-warn">{t('mine.notBegun', { date: formatDate(startOn, language) })}</span>
          )}
        </>
      ),
    },
    { key: 'missing', label: t('mine.missing'), cell: work => <Missing {...{ language, slug, work }} /> },
  ]
  return <Table caption={caption} columns={columns} rows={works} rowKey={({ kind, code }) => `${kind} ${code}`} />
}

function Missing({ language, slug, work }: Pick<WorkTableProps, 'language' | 'slug'> & { work: ShownWork }) {
  const t = translator(language)
  if (work.expiresOn) return <span className="text-small">{t('mine.expires', { date: formatDate(work.expiresOn, language) })}</span>
  if (work.asked.length === 0) return <span className="text-small text-muted">{t('mine.nothingAsked')}</span>
  return (
    <ul className="space-y-0.5 text-small">
      {missingProof(work).map(({ key, reason }) => {
        const asked = work.asked.find(one => one.key === key)
        return asked && (
          <li key={key}>
            <a href={`${hrefOf(slug, work)}#requirement-${asked.id}`}>{asked.title[language]}</a>{' '}
            <span className="text-muted">({t(`proofReason.${reason}`)})</span>
          </li>
        )
      })}
      {work.refutedBy.length > 0 && <li>{t('mine.refutedBy', { codes: work.refutedBy.join(', ') })}</li>}
    </ul>
  )
}

function hrefOf(slug: string, { kind, code }: Pick<ShownWork, 'kind' | 'code'>): string {
  return `/${slug}/${kind === 'item' ? 'items' : 'roadmap'}/${code}`
}
