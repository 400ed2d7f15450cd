import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Contradictions } from '@/components/checks/contradictions'
import { BaselineTables } from '@/components/baseline/baseline-tables'
import { DimensionGaps } from '@/components/dimensions/dimension-gaps'
import { NeighbourLinks } from '@/components/dimensions/neighbour-links'
import { ClaimSummary } from '@/components/items/claim-summary'
import { ItemTable } from '@/components/items/item-table'
import { MoreItems, mostNamed } from '@/components/items/more-items'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { countClaims } from '@/lib/domain/claims'
import { localDateAt } from '@/lib/domain/dates'
import { itemKinds } from '@/lib/domain/items'
import { enterAssessment } from '@/lib/doors/page'
import { listedItems } from '@/lib/queries/listed-items'
import { getTeamNames } from '@/lib/queries/people'
import { getBaseline, listDrillTargets } from '@/lib/queries/source'
import { getVerdict } from '@/lib/queries/verdict'
import { AssessmentPage } from '../../assessment-page'

interface Props {
  params: Promise<{ assessment: string; key: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { assessment: slug, key } = await params
  const { assessment, language, now } = await enterAssessment('assessment.read', slug)
  const { snapshot } = await getVerdict(assessment, now)
  const dimension = snapshot.dimensions.find(candidate => candidate.key === key)
  return dimension ? { title: dimension.title[language] } : {}
}

/** One dimension: where it stands, its items, what is not known of it, and what it should look like. */
export default async function DimensionPage({ params }: Props) {
  const { assessment: slug, key } = await params
  const entered = await enterAssessment('assessment.read', slug)
  const { viewer, language, t, now, assessment } = entered
  const [judged, teamNames, baseline, drillTargets] = await Promise.all([
    getVerdict(assessment, now), getTeamNames(viewer),
    getBaseline(assessment), listDrillTargets(assessment),
  ])
  const { dimensions, gaps } = judged.snapshot
  const index = dimensions.findIndex(candidate => candidate.key === key)
  const dimension = dimensions[index]
  if (!dimension) notFound()

  const allItems = listedItems(judged, teamNames, language)
  const items = allItems.filter(({ dimensionKey }) => dimensionKey === key)
  const claims = countClaims(items, code => judged.verdict.items.get(code)?.status ?? 'unmet')
  const codes = new Map(allItems.map(({ id, code }) => [id, code]))
  const neighbour = (at: number) => {
    const other = dimensions[at]
    return other ? { href: `/${slug}/dimensions/${other.key}`, title: other.title[language] } : null
  }

  return (
    <AssessmentPage entered={entered} current="dimensions" kept={{ audience: 'everyone', until: judged.verdict.nextChangeAt }}>
      <PageHeader
        language={language} title={dimension.title[language]} lead={dimension.standing[language]}
        breadcrumbs={[{ href: `/${slug}/dimensions`, label: t('nav.dimensions') }]}
      />
      <ClaimSummary language={language} count={items.length} {...claims} />
      <Contradictions
        language={language} slug={slug} proofOf={code => judged.verdict.items.get(code)}
        items={judged.snapshot.items.filter(({ dimensionKey }) => dimensionKey === key)}
      />
      {itemKinds.map(kind => {
        const rows = items.filter(item => item.kind === kind)
        return rows.length > 0 && (
          <Section key={kind} title={t(`items.kind.${kind}`)}>
            <ItemTable
              language={language} slug={slug} today={localDateAt(now, assessment.timeZone)}
              caption={t(`items.kind.${kind}`)} groups={[{ key: kind, rows: rows.slice(0, mostNamed) }]}
            />
            <MoreItems language={language} href={`/${slug}/items?kind=${kind}&dimension=${key}`} count={rows.length - mostNamed} />
          </Section>
        )
      })}
      <DimensionGaps language={language} gaps={gaps.filter(({ dimensionKey }) => dimensionKey === key)} />
      <BaselineTables
        language={language} slug={slug} tables={dimension.baseline} baseline={baseline}
        drillTargets={drillTargets.map(({ itemId, ...target }) => ({ ...target, itemCode: codes.get(itemId) ?? '' }))}
      />
      <NeighbourLinks label={t('dimensions.neighbours')} previous={neighbour(index - 1)} next={neighbour(index + 1)} />
    </AssessmentPage>
  )
}
