import type { Metadata } from 'next'
import { LabelsForm } from '@/components/alert-routing/labels-form'
import { Routing } from '@/components/alert-routing/routing'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { traceAlert } from '@/lib/actions/alert-routing'
import { mostTyped, parseLabels } from '@/lib/domain/alert-routing'
import { enterAssessment, pageTitle } from '@/lib/doors/page'
import { AssessmentPage } from '../assessment-page'

interface Props {
  params: Promise<{ assessment: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = (): Promise<Metadata> => pageTitle('alertRouting.title')

/** The routing tree of Alertmanager as it was handed in, and where an alert with the labels in the address goes. */
export default async function AlertRoutingPage({ params, searchParams }: Props) {
  const { assessment: slug } = await params
  const entered = await enterAssessment('evidence.read', slug)
  const { language, t, assessment } = entered
  const { labels: asked } = await searchParams
  const typed = (typeof asked === 'string' ? asked : '').slice(0, mostTyped)
  const read = parseLabels(typed)
  const isTried = read.ok && Object.keys(read.labels).length > 0
  const traced = await traceAlert(assessment, isTried ? read.labels : null)
  const action = `/${slug}/alert-routing`
  return (
    <AssessmentPage entered={entered} current="dimensions">
      <PageHeader
        language={language} title={t('alertRouting.title')} lead={t('alertRouting.lead')}
        breadcrumbs={[{ href: `/${slug}/dimensions`, label: t('nav.dimensions') }, { href: `/${slug}/configuration`, label: t('nav.configuration') }]}
      />
      {traced.length === 0
        ? <EmptyState title={t('alertRouting.none')}>{t('alertRouting.noneLead')}</EmptyState>
        : (
          <LabelsForm
            action={action} typed={typed}
            words={{ label: t('alertRouting.labels'), hint: t('alertRouting.labelsHint'), ask: t('alertRouting.ask'), clear: t('alertRouting.clear') }}
            error={read.ok ? undefined : t('alertRouting.wrong', { parts: read.wrong.join(', '), count: read.wrong.length })}
          />
        )}
      {traced.map(({ file, routing }) => (
        <Section
          key={`${file.revisionId} ${file.sha256}`}
          title={<><a href={`/${slug}/review?revision=${file.revisionId}`}>{file.fileName}</a>{file.service && ` · ${file.service}`}</>}
          lead={file.state === 'in_review' && t('alertRouting.waiting')}
        >
          {routing
            ? <Routing language={language} action={action} routing={routing} />
            : <Notice tone="warn" title={t('alertRouting.unread')} />}
        </Section>
      ))}
    </AssessmentPage>
  )
}
