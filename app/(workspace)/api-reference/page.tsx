import type { Metadata } from 'next'
import { PlainShell } from '@/components/layout/plain-shell'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import { setLanguage } from '@/lib/actions/account'
import { apiLimits } from '@/lib/doors/api'
import { describeApi, listProblems } from '@/lib/doors/openapi'
import { enter, pageTitle } from '@/lib/doors/page'
import { endpointIds } from '@/lib/schemas/api'
import { EndpointSection } from './endpoint-section'

export const generateMetadata = (): Promise<Metadata> => pageTitle('api.title')

/** The programming interface, to be read: the same description that programs read as OpenAPI. */
export default async function ApiReferencePage() {
  const { language, t, origin } = await enter('account.use')
  const { paths } = describeApi(language, origin)
  const described = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })))
  const byId = new Map(described.map(one => [one.operation.operationId, one]))
  return (
    <PlainShell language={language} setLanguage={setLanguage}>
      <PageHeader
        language={language} title={t('api.title')} lead={t('api.lead')} actions={<a href="/api/v1/openapi.json">{t('api.document')}</a>}
      />
      <Section title={t('api.access')} lead={<>{t('api.accessLead')} <a href="/account#tokens">{t('token.title')}</a></>}>
        <pre tabIndex={0} className="overflow-x-auto rounded-sm border border-line bg-sunken p-3 font-mono text-small">
          {`curl -H "Authorization: Bearer $DICTAMEN_TOKEN" ${origin}/api/v1/assessments/…/verdict`}
        </pre>
      </Section>
      <Section title={t('api.limits')}><p className="max-w-reading">{t('api.limitsLead', { reads: apiLimits.GET, writes: apiLimits.POST })}</p></Section>
      {endpointIds.flatMap(id => byId.get(id) ?? []).map(one => (
        <EndpointSection key={one.operation.operationId} language={language} {...one} />
      ))}
      <Section id="problems" title={t('api.problems')} lead={t('api.problemsLead')}>
        <Table
          caption={t('api.problems')} rows={listProblems(language)} rowKey={({ code }) => code}
          columns={[
            { key: 'code', label: t('api.code'), isRowHeader: true, cell: ({ code }) => <code id={code} className="font-mono">{code}</code> },
            { key: 'status', label: t('api.status'), cell: ({ status }) => status },
            { key: 'says', label: t('api.says'), cell: ({ message }) => message },
          ]}
        />
      </Section>
    </PlainShell>
  )
}
