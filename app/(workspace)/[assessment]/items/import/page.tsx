import type { Metadata } from 'next'
import { ImportForm } from '@/components/sheets/import-form'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { itemColumns } from '@/lib/domain/item-list'
import { enterAssessment, pageTitle } from '@/lib/doors/page'
import { AssessmentPage } from '../../assessment-page'

interface Props {
  params: Promise<{ assessment: string }>
}

export const generateMetadata = (): Promise<Metadata> => pageTitle('sheet.title')

/** Takes a list of items in again that was changed as a spreadsheet. */
export default async function ImportPage({ params }: Props) {
  const { assessment: slug } = await params
  const entered = await enterAssessment('item.plan', slug)
  const { language, t } = entered
  const everything = `/${slug}/items/export?kind=all&columns=${itemColumns.join()}`
  // Not for everyone: who may not plan is refused here.
  return (
    <AssessmentPage entered={entered} current="items" kept={{ audience: 'role', until: null }}>
      <PageHeader
        language={language} title={t('sheet.title')} lead={t('sheet.lead')} breadcrumbs={[{ href: `/${slug}/items`, label: t('nav.items') }]}
        actions={(
          <>
            <LinkButton href={everything}>{t('sheet.csv')}</LinkButton>
            <LinkButton href={`${everything}&format=xlsx`}>{t('sheet.xlsx')}</LinkButton>
          </>
        )}
      />
      <ImportForm
        assessment={slug}
        words={{
          file: t('sheet.file'), fileHint: t('sheet.fileHint'), look: t('sheet.look'), looking: t('sheet.looking'), noFile: t('sheet.noFile'),
          problem: t('form.problem'), lost: t('form.lost'), applied: t('sheet.applied'), back: t('sheet.back'), again: t('sheet.again'),
          preview: t('sheet.preview'), line: t('sheet.line'), item: t('sheet.item'), change: t('sheet.change'), why: t('sheet.why'),
          changes: t('sheet.changes'), problems: t('sheet.problems'), unchanged: t('sheet.unchanged'), blocked: t('sheet.blocked'),
          nothing: t('sheet.nothing'), apply: t('sheet.apply'), applying: t('form.saving'),
        }}
      />
      <Section title={t('sheet.rules.title')}>
        <ul className="max-w-reading list-disc space-y-1 pl-5">
          {(['columns', 'reason', 'version', 'dates'] as const).map(rule => <li key={rule}>{t(`sheet.rules.${rule}`)}</li>)}
        </ul>
      </Section>
    </AssessmentPage>
  )
}
