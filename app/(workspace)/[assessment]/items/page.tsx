import type { Metadata } from 'next'
import { bulkProps } from '@/components/items/bulk-props'
import { ClaimSummary } from '@/components/items/claim-summary'
import { declarable } from '@/components/items/declarable'
import { filterWords } from '@/components/items/filter-words'
import { GroupHead } from '@/components/items/group-head'
import { ItemFilters } from '@/components/items/item-filters'
import { ItemRows } from '@/components/items/item-rows'
import { ItemTable } from '@/components/items/item-table'
import { ListKeys } from '@/components/items/list-keys'
import { NoItems } from '@/components/items/no-items'
import { SavedViews } from '@/components/items/saved-views'
import { selectable } from '@/components/items/selectable'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { TabLinks } from '@/components/ui/tab-links'
import { concernsOnly } from '@/lib/domain/changes'
import { countClaims } from '@/lib/domain/claims'
import { groupItems, pageOfGroups } from '@/lib/domain/item-groups'
import type { ItemSort } from '@/lib/domain/item-list'
import type { Language } from '@/lib/domain/language'
import { assignedOf } from '@/lib/domain/my-work'
import { enterAssessment, pageTitle } from '@/lib/doors/page'
import { getItemList, type ItemList } from '@/lib/queries/item-lists'
import { itemListAddress, withoutFilters, type ItemListQuery } from '@/lib/schemas/item-list'
import { AssessmentPage } from '../assessment-page'

interface Props {
  params: Promise<{ assessment: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const rowsPerPage = 50
const listId = 'list'

export const generateMetadata = (): Promise<Metadata> => pageTitle('nav.items')

/** The checklist and the controls: searched, filtered, sorted and grouped by address, declared beside proven. */
export default async function ItemsPage({ params, searchParams }: Props) {
  const { assessment: slug } = await params
  const entered = await enterAssessment('assessment.read', slug)
  const { viewer, language, t, now, assessment } = entered
  const list = await getItemList(viewer, assessment, await searchParams, now)
  const { query, judged, listed, dimensions, teams } = list
  const { groups, page, pages } = pageOfGroups(groupsOf(list, language), query.page, rowsPerPage)

  const href = (change: Partial<ItemListQuery>) => `/${slug}/items${itemListAddress({ ...query, page: 1, ...change })}`
  const exportHref = (format: 'csv' | 'xlsx') => {
    const address = itemListAddress({ ...query, page: 1 })
    return `/${slug}/items/export${address}${address === '' ? '?' : '&'}format=${format}`
  }
  const clearHref = href(withoutFilters(query))
  const labelOf = (choices: typeof teams, value: string | null) =>
    choices.find(choice => choice.value === value)?.label ?? null
  const names = { dimension: labelOf(dimensions, query.dimension), team: labelOf(teams, query.team) }
  const filters = filterWords(query, names, t)
  const sortBy = (sort: ItemSort) => {
    if (query.sort !== sort) return { href: href({ sort, desc: false }) }
    return { href: href({ desc: !query.desc }), direction: query.desc ? 'descending' as const : 'ascending' as const }
  }
  const claims = countClaims(listed, code => judged.verdict.items.get(code)?.status ?? 'unmet')
  const bulk = bulkProps(viewer, slug, language, list.allTeams, list.people)
  const select = bulk && selectable(viewer, language)
  const selectableRows = groups.flatMap(({ rows }) => rows.filter(row => select?.refusal(row) === undefined))
  // What else an item is found by never changes, so what is said of one that is not listed leaves the list as it is.
  const isFixed = !query.team && !query.declared && !query.proven && !query.late && !query.mine
  const concerns = isFixed ? concernsOnly(listed.map(({ id }) => id), { othersProof: true }) : undefined
  // Only "mine" asks who the viewer is; the rest is the same for all who may write the same.
  return (
    <AssessmentPage
      entered={entered} current="items"
      kept={{ audience: query.mine ? 'person' : 'writers', until: judged.verdict.nextChangeAt, concerns }}
    >
      <PageHeader
        language={language} title={t('nav.items')} lead={t('items.lead')}
        actions={(
          <>
            <LinkButton size="small" href={exportHref('csv')}>{t('sheet.csv')}</LinkButton>
            <LinkButton size="small" href={exportHref('xlsx')}>{t('sheet.xlsx')}</LinkButton>
            {bulk && <LinkButton size="small" href={`/${slug}/items/import`}>{t('sheet.import')}</LinkButton>}
          </>
        )}
      />
      <TabLinks
        label={t('items.kinds')}
        tabs={(['checklist', 'control', 'all'] as const).map(kind => ({
          href: href({ kind }), label: t(`items.kind.${kind}`), current: kind === query.kind,
          count: list.fitting.filter(item => kind === 'all' || item.kind === kind).length,
        }))}
      />
      <a href={`#${listId}`} className="sr-only focus:not-sr-only">{t('checklist.toList')}</a>
      <ItemFilters
        language={language} action={`/${slug}/items`} query={query} dimensions={dimensions} teams={teams}
        active={filters.length} clearHref={clearHref}
      />
      <SavedViews
        assessment={slug} query={itemListAddress({ ...query, page: 1 })}
        words={{
          title: t('checklist.views.title'), none: t('checklist.views.none'), name: t('checklist.views.name'),
          save: t('checklist.views.save'), saving: t('form.saving'), remove: t('checklist.views.remove'),
          replace: t('checklist.views.replace'), lost: t('form.lost'),
        }}
      />
      <ClaimSummary language={language} count={listed.length} {...claims} />
      <ItemRows
        id={listId} label={t(`items.kind.${query.kind}`)} bulk={bulk}
        shown={select ? Object.fromEntries(selectableRows.map(({ code, version }) => [code, version])) : {}}
      >
        {listed.length === 0 ? <NoItems language={language} filters={filters} clearHref={clearHref} /> : (
          <>
            <ListKeys language={language} selects={bulk !== undefined} />
            <ItemTable
              language={language} slug={slug} today={list.today} caption={t(`items.kind.${query.kind}`)} columns={query.columns}
              groups={groups.map(group => ({
                ...group,
                head: query.group && <GroupHead language={language} grouping={query.group} group={group} />,
              }))}
              select={select} sortBy={sortBy} declare={declarable(viewer, language)}
              mark={row => {
                const assigned = query.mine && assignedOf(viewer, row.assigneeId)
                return assigned ? t(`mine.assigned.${assigned}`) : undefined
              }}
            />
          </>
        )}
        <Pagination language={language} page={page} pages={pages} href={number => href({ page: number })} />
      </ItemRows>
    </AssessmentPage>
  )
}

function groupsOf({ query, listed, dimensions }: ItemList, language: Language) {
  if (query.group === null) return [{ key: '', rows: listed }]
  return groupItems(listed, query.group, dimensions.map(({ value }) => value), language)
}
