import type { Metadata } from 'next'
import { MoreItems, mostNamed } from '@/components/items/more-items'
import { ItemLinks } from '@/components/items/related-items'
import { HorizonSection } from '@/components/roadmap/horizon-section'
import { RoadmapTimeline } from '@/components/roadmap/timeline'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { concernsOnly } from '@/lib/domain/changes'
import { daysBetween, localDateAt, type LocalDate } from '@/lib/domain/dates'
import { canWrite } from '@/lib/domain/permissions'
import { horizonsOf, itemsWithoutTask, roadmapChangesAt } from '@/lib/domain/roadmap'
import { enterAssessment, pageTitle, type Entered } from '@/lib/doors/page'
import { formatDate } from '@/lib/i18n/format'
import { getTeamNames } from '@/lib/queries/people'
import { getVerdict } from '@/lib/queries/verdict'
import { AssessmentPage } from '../assessment-page'

interface Props {
  params: Promise<{ assessment: string }>
}

export const generateMetadata = (): Promise<Metadata> => pageTitle('roadmap.title')

/** The plan by horizon: what is claimed beside what is proven, who owes what by when, and what nobody plans. */
export default async function RoadmapPage({ params }: Props) {
  const { assessment: slug } = await params
  const entered = await enterAssessment('assessment.read', slug)
  const { viewer, language, t, now, assessment } = entered
  const [{ snapshot, verdict }, teamNames] = await Promise.all([getVerdict(assessment, now), getTeamNames(viewer)])
  const { items, tasks } = snapshot
  const today = localDateAt(now, assessment.timeZone)
  const context = { language, slug, today, calendar: assessment.calendar, teamNames, items, proofs: verdict.items }
  const canMove = tasks.some(task => canWrite(viewer, 'task.update', task).allowed)
  const unplanned = itemsWithoutTask(items, tasks)
  const closed = new Set(tasks.flatMap(({ closes }) => closes))
  const shown = [...tasks, ...unplanned, ...items.filter(({ code }) => closed.has(code))]
  const concerns = concernsOnly(shown.map(({ id }) => id), { othersProof: true })

  return (
    <AssessmentPage
      entered={entered} current="roadmap"
      kept={{ audience: 'writers', until: roadmapChangesAt(verdict.nextChangeAt, today, assessment.timeZone), concerns }}
    >
      <PageHeader language={language} title={t('roadmap.title')} lead={t('roadmap.lead')} />
      <p className="max-w-reading">{dayWord(assessment.startedOn, today, entered)}</p>
      {tasks.length > 0 && (
        <div className="phone:hidden">
          <Section title={t('timeline.title')} lead={<>{t('timeline.lead')}{canMove && <span className="print:hidden"> {t('timeline.leadMove')}</span>}</>}>
            <RoadmapTimeline {...context} tasks={tasks} viewer={viewer} startedOn={assessment.startedOn} goLiveOn={assessment.goLiveOn} />
          </Section>
        </div>
      )}
      {tasks.length === 0 && <div className="mt-6"><EmptyState title={t('roadmap.empty')} /></div>}
      {horizonsOf(tasks, assessment.startedOn).map(horizon => (
        <HorizonSection key={`${horizon.fromDay}-${horizon.toDay}`} horizon={horizon} {...context} />
      ))}
      {unplanned.length > 0 && (
        <Section title={t('roadmap.unplanned')} lead={t('roadmap.unplannedLead')}>
          <ItemLinks language={language} slug={slug} items={unplanned.slice(0, mostNamed)} proofs={verdict.items} />
          <MoreItems language={language} href={`/${slug}/items`} count={unplanned.length - mostNamed} />
        </Section>
      )}
    </AssessmentPage>
  )
}

function dayWord(startedOn: LocalDate | null, today: LocalDate, { t, language }: Entered): string {
  if (startedOn === null) return t('roadmap.noStart')
  const date = formatDate(startedOn, language)
  if (today < startedOn) return t('roadmap.beforeStart', { date })
  return t('roadmap.today', { date, day: daysBetween(startedOn, today) })
}
