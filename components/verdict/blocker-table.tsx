import clsx from 'clsx'
import { MoreItems, mostNamed, worstProven } from '@/components/items/more-items'
import { Due } from '@/components/status/due'
import { ProvenTag } from '@/components/status/proven-tag'
import { Table, type Column } from '@/components/ui/table'
import type { Bilingual, Language } from '@/lib/domain/language'
import type { ItemProof } from '@/lib/domain/proof'
import { teamWords } from '@/lib/domain/team-words'
import { translator } from '@/lib/i18n/translate'

export interface BlockingItem {
  code: string
  requirement: Bilingual
  ownerTeams: readonly string[]
  dueOn: string | null
  requirements: readonly { key: string; title: Bilingual }[]
}

interface BlockerTableProps {
  language: Language
  slug: string
  caption: string
  items: readonly BlockingItem[]
  proofs: ReadonlyMap<string, ItemProof>
  today: string
  teamNames: ReadonlyMap<string, Bilingual>
  /** How many fit on paper, in two lines each and without what would prove them. */
  mostOnPaper?: number
}

/** What blocks: each item with its owner, its date and what would prove it. */
export function BlockerTable({ language, slug, caption, items, proofs, today, teamNames, mostOnPaper }: BlockerTableProps) {
  const t = translator(language)
  const missing = (item: BlockingItem) => {
    const open = proofs.get(item.code)?.requirements.filter(({ state }) => state !== 'met') ?? []
    return item.requirements.filter(({ key }) => open.some(proof => proof.key === key)).map(({ title }) => title[language])
  }
  const columns: Column<BlockingItem>[] = [
    {
      key: 'requirement', label: t('column.requirement'), isRowHeader: true,
      cell: item => (
        <span className="flex gap-3">
          <span className="w-16 shrink-0 font-mono text-small leading-6 font-normal">{item.code}</span>
          <a href={`/${slug}/items/${item.code}`} className={clsx(mostOnPaper !== undefined && 'print:line-clamp-2')}>{item.requirement[language]}</a>
        </span>
      ),
    },
    { key: 'owner', label: t('column.owner'), cell: item => teamWords(item.ownerTeams, teamNames, language) },
    { key: 'due', label: t('column.due'), noWrap: true, cell: item => <Due date={item.dueOn} today={today} language={language} /> },
    {
      key: 'proven', label: t('column.proven'), noWrap: true,
      cell: item => <ProvenTag status={proofs.get(item.code)?.status ?? 'unmet'} language={language} />,
    },
    {
      key: 'missing', label: t('verdict.missing'), hideOnPaper: mostOnPaper !== undefined,
      cell: item => <span className="text-small">{missing(item).join('; ')}</span>,
    },
  ]
  return (
    <>
      <Table caption={caption} columns={columns} rows={items.slice(0, mostNamed)} rowKey={item => item.code} mostOnPaper={mostOnPaper} />
      <div className={clsx(mostOnPaper !== undefined && 'print:hidden')}>
        <MoreItems language={language} href={worstProven(slug)} count={items.length - mostNamed} />
      </div>
    </>
  )
}
