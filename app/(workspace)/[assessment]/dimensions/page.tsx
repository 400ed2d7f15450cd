import type { Metadata } from 'next'
import { DimensionEntry } from '@/components/dimensions/dimension-entry'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { countClaims } from '@/lib/domain/claims'
import { isSettled } from '@/lib/domain/item-list'
import { enterAssessment, pageTitle } from '@/lib/doors/page'
import { getVerdict } from '@/lib/queries/verdict'
import { AssessmentPage } from '../assessment-page'

export const generateMetadata = (): Promise<Metadata> => pageTitle('nav.dimensions')

/** The dimensions of an assessment: where each stands, and how much of it is proven. */
export default async function DimensionsPage({ params }: { params: Promise<{ assessment: string }> }) {
  const { assessment: slug } = await params
  const entered = await enterAssessment('assessment.read', slug)
  const { language, t, now, assessment } = entered
  const { snapshot, verdict } = await getVerdict(assessment, now)
  const provenOf = (code: string) => verdict.items.get(code)?.status ?? 'unmet'

  return (
    <AssessmentPage entered={entered} current="dimensions" kept={{ audience: 'everyone', until: verdict.nextChangeAt }}>
      <PageHeader language={language} title={t('nav.dimensions')} lead={t('dimensions.lead')} actions={<LinkButton href={`/${slug}/configuration`}>{t('nav.configuration')}</LinkButton>} />
      <ul className="border-t border-line">
        {snapshot.dimensions.map(({ key, title, standing }) => {
          const items = snapshot.items.filter(({ dimensionKey }) => dimensionKey === key)
          return (
            <DimensionEntry
              key={key} language={language} href={`/${slug}/dimensions/${key}`}
              title={title[language]} standing={standing[language]} claims={countClaims(items, provenOf)}
              open={items.filter(({ code }) => !isSettled({ proven: provenOf(code) })).length}
              gaps={snapshot.gaps.filter(({ dimensionKey }) => dimensionKey === key).length}
            />
          )
        })}
      </ul>
    </AssessmentPage>
  )
}
