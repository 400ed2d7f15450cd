import type { Metadata } from 'next'
import { ClaimSummary } from '@/components/items/claim-summary'
import { declaredCell } from '@/components/items/declared-cell'
import { filterWords } from '@/components/items/filter-words'
import { ItemFilters } from '@/components/items/item-filters'
import { ItemTable } from '@/components/items/item-table'
import { NoItems } from '@/components/items/no-items'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { TabLinks } from '@/components/ui/tab-links'
import { countClaims } from '@/lib/domain/claims'
import { localDateAt } from '@/lib/domain/dates'
import { filterItems, pageOf, sortItems, type ItemSort } from '@/lib/domain/item-list'
import { enterAssessment, pageTitle } from '@/lib/doors/page'
import { listedItems } from '@/lib/queries/listed-items'
import { getTeamNames } from '@/lib/queries/people'
import { getVerdict } from '@/lib/queries/verdict'
import { itemListAddress, parseItemList, withoutFilters, type ItemListQuery } from '@/lib/schemas/item-list'
import { AssessmentPage } from '../assessment-page'

interface Props {
  params: Promise<{ assessment: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const rowsPerPage = 50

export const generateMetadata = (): Promise<Metadata> => pageTitle('nav.items')

/** The checklist and the controls: searched, filtered and sorted by address, declared beside proven. */
export default async function ItemsPage({ params, searchParams }: Props) {
  const { assessment: slug } = await params
  const entered = await enterAssessment('assessment.read', slug)
  const { viewer, language, t, now, assessment } = entered
  const [judged, teamNames] = await Promise.all([getVerdict(assessment, now), getTeamNames(viewer)])
  const items = listedItems(judged, teamNames, language)
  const dimensions = judged.snapshot.dimensions.map(({ key, title }) => ({ value: key, label: title[language] }))
  const teams = [...teamNames].map(([key, name]) => ({ value: key, label: name[language] }))
    .filter(({ value }) => items.some(item => item.ownerTeams.includes(value)))
    .sort((a, b) => a.label.localeCompare(b.label, language))

  const query = parseItemList(await searchParams, {
    dimensions: dimensions.map(({ value }) => value), teams: teams.map(({ value }) => value),
  })
  const today = localDateAt(now, assessment.timeZone)
  const fitting = filterItems(items, query, { language, today, userId: viewer.userId, teams: viewer.teams })
  const ofKind = (kind: ItemListQuery['kind']) => fitting.filter(item => kind === 'all' || item.kind === kind)
  const listed = sortItems(ofKind(query.kind), query.sort, query.desc, language)
  const { rows, page, pages } = pageOf(listed, query.page, rowsPerPage)

  const href = (change: Partial<ItemListQuery>) => `/${slug}/items${itemListAddress({ ...query, page: 1, ...change })}`
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
  // Only "mine" asks who the viewer is; the rest is the same for all of one role and team.
  entered.declareCacheable({ audience: query.mine ? 'person' : 'role', until: judged.verdict.nextChangeAt })

  return (
    <AssessmentPage entered={entered} current="items">
      <PageHeader language={language} title={t('nav.items')} lead={t('items.lead')} />
      <TabLinks
        label={t('items.kinds')}
        tabs={(['checklist', 'control', 'all'] as const).map(kind => ({
          href: href({ kind }), label: t(`items.kind.${kind}`), count: ofKind(kind).length,
          current: kind === query.kind,
        }))}
      />
      <ItemFilters
        language={language} action={`/${slug}/items`} query={query} dimensions={dimensions} teams={teams}
        active={filters.length} clearHref={clearHref}
      />
      <ClaimSummary language={language} count={listed.length} {...claims} />
      {rows.length === 0 ? <NoItems language={language} filters={filters} clearHref={clearHref} /> : (
        <ItemTable
          language={language} slug={slug} today={today} caption={t(`items.kind.${query.kind}`)} rows={rows}
          sortBy={sortBy} declared={declaredCell(viewer, slug, language)}
          mark={row => query.mine && row.assigneeId === viewer.userId && (
            <span className="block text-small font-normal text-muted">{t('items.assignedToYou')}</span>
          )}
        />
      )}
      <Pagination language={language} page={page} pages={pages} href={number => href({ page: number })} />
    </AssessmentPage>
  )
}
