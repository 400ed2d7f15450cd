import type { Metadata } from 'next'
import { Contradictions } from '@/components/checks/contradictions'
import { DimensionChart } from '@/components/charts/dimension-chart'
import { Discrepancies } from '@/components/summary/discrepancies'
import { Gaps } from '@/components/summary/gaps'
import { KeyFigures } from '@/components/summary/key-figures'
import { Milestones } from '@/components/summary/milestones'
import { Assumptions } from '@/components/summary/assumptions'
import { Trend } from '@/components/trend/trend'
import { Section } from '@/components/ui/section'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import { BlockerTable } from '@/components/verdict/blocker-table'
import { blockingText } from '@/components/verdict/blocking-text'
import { Ruling } from '@/components/verdict/ruling'
import { countClaims } from '@/lib/domain/claims'
import { localDateAt } from '@/lib/domain/dates'
import { milestonesOf } from '@/lib/domain/milestones'
import { lastDayOf } from '@/lib/domain/path-to-go'
import { roadmapChangesAt } from '@/lib/domain/roadmap'
import { readingOf } from '@/lib/domain/trend'
import { earliestGo } from '@/lib/domain/verdict-path'
import { whatBlocks } from '@/lib/domain/what-blocks'
import { enterAssessment, pageTitle } from '@/lib/doors/page'
import type { Language } from '@/lib/domain/language'
import { translator } from '@/lib/i18n/translate'
import { getTeamNames } from '@/lib/queries/people'
import { getVerdict } from '@/lib/queries/verdict'
import { listReadings } from '@/lib/queries/verdict-points'
import { AssessmentPage } from './assessment-page'

/** As many of what blocks as the one sheet has room for, each in two lines. */
const mostOnPaper = 5

export const generateMetadata = (): Promise<Metadata> => pageTitle('summary.title')

/** One page for whoever decides: the verdict, why, what blocks, and where everything stands. */
export default async function SummaryPage({ params }: { params: Promise<{ assessment: string }> }) {
  const { assessment: slug } = await params
  const entered = await enterAssessment('assessment.read', slug)
  const { viewer, language, t, now, assessment } = entered
  const today = localDateAt(now, assessment.timeZone)
  const [{ snapshot, verdict }, past, teamNames] = await Promise.all([
    getVerdict(assessment, now), listReadings(assessment, today), getTeamNames(viewer),
  ])
  const { facts, policy, items, tasks, gaps, discrepancies } = snapshot
  const { startedOn, goLiveOn } = assessment
  const blockingCodes = new Set(whatBlocks(facts, policy, now))
  const blocking = items.filter(({ code }) => blockingCodes.has(code))
  const why = blockingText(verdict, language)
  const open = Object.values(verdict.blockers).flat().length
  const earliest = earliestGo(facts, policy, now)
  const last = lastDayOf(earliest, verdict, tasks, today)
  const provenOf = (code: string) => verdict.items.get(code)?.status ?? 'unmet'

  return (
    <AssessmentPage
      entered={entered} current="summary"
      kept={{ audience: 'everyone', until: roadmapChangesAt(verdict.nextChangeAt, today, assessment.timeZone) }}
    >
      <VisuallyHidden><h1>{assessment.title[language]}</h1></VisuallyHidden>
      <div className="grid gap-x-12 gap-y-6 lg:grid-cols-[1fr_20rem] print:grid-cols-[1fr_19rem] print:gap-x-8">
        <Ruling language={language} verdict={verdict} timeZone={assessment.timeZone} />
        <KeyFigures
          language={language} today={today} calendar={assessment.calendar} startedOn={startedOn} goLiveOn={goLiveOn} earliest={earliest} last={last}
          claims={countClaims(items.filter(({ kind }) => kind === 'checklist'), provenOf)}
        />
      </div>
      <Section title={t('summary.blocks')} actions={<a href={`/${slug}/verdict`}>{t('summary.seeVerdict')}</a>}>
        {why !== null && <p className="mb-2">{why}</p>}
        {blocking.length > 0 && (
          <BlockerTable
            language={language} slug={slug} caption={t('summary.blocks')} items={blocking} proofs={verdict.items} today={today}
            teamNames={teamNames} mostOnPaper={mostOnPaper}
          />
        )}
        <MoreOpen language={language} slug={slug} count={open - blocking.length} className="print:hidden" />
        <MoreOpen language={language} slug={slug} count={open - Math.min(blocking.length, mostOnPaper)} className="not-print:hidden" />
      </Section>
      {/* On paper, what blocks says already that it is refuted. */}
      <div className="print:hidden">
        <Contradictions language={language} slug={slug} items={items} proofOf={code => verdict.items.get(code)} />
      </div>
      <div className="grid gap-x-12 lg:grid-cols-[1fr_20rem] print:grid-cols-[1fr_19rem] print:gap-x-8">
        <Trend
          language={language} readings={[...past, readingOf(items, verdict, today)]} startedOn={startedOn} goLiveOn={goLiveOn} today={today}
        />
        <Milestones
          language={language} slug={slug} today={today}
          milestones={startedOn === null ? [] : milestonesOf(startedOn, items, tasks, provenOf, today)}
        />
      </div>
      {/* On paper the summary is one sheet for who decides; what stands below is for who works on it. */}
      <div className="print:hidden">
        <Section title={t('summary.byDimension')}>
          <DimensionChart
            language={language} caption={t('summary.byDimension')}
            rows={snapshot.dimensions.map(dimension => ({
              key: dimension.key, label: dimension.title[language], href: `/${slug}/dimensions/${dimension.key}`,
              ...countClaims(items.filter(({ dimensionKey }) => dimensionKey === dimension.key), provenOf),
            }))}
          />
        </Section>
        <div className="grid gap-x-12 lg:grid-cols-2">
          <Gaps language={language} gaps={gaps} />
          <Discrepancies language={language} slug={slug} discrepancies={discrepancies} />
        </div>
        <Assumptions language={language} assumptions={assessment.assumptions} />
      </div>
    </AssessmentPage>
  )
}

/** How many more are open, and the way to them; nothing where there are none. */
function MoreOpen({ language, slug, count, className }: { language: Language; slug: string; count: number; className: string }) {
  if (count === 0) return null
  return (
    <p className={`mt-2 text-muted ${className}`}>
      <a href={`/${slug}/verdict`}>{translator(language)('summary.more', { count })}</a>
    </p>
  )
}
