import { Section } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import type { Language } from '@/lib/domain/language'
import type { Operation } from '@/lib/doors/openapi'
import { translator } from '@/lib/i18n/translate'

interface EndpointSectionProps {
  language: Language
  method: string
  path: string
  operation: Operation
}

/** One address: what it is for, what is sent, and what comes back. */
export function EndpointSection({ language, method, path, operation }: EndpointSectionProps) {
  const t = translator(language)
  const [scope] = operation.security.flatMap(({ token }) => token ?? [])
  const sent = [
    ...operation.parameters,
    ...Object.values(operation.requestBody?.content ?? {}).flatMap(({ schema }) => Object.entries(schema.properties).map(([name, property]) => ({
      name, in: 'body' as const, required: schema.required?.includes(name) ?? false,
      description: (property as { description: string }).description,
    }))),
  ]
  return (
    <Section id={operation.operationId} title={operation.summary} lead={operation.description}>
      <p className="mb-2 break-words"><code className="font-mono">{method} {path}</code></p>
      <p className="mb-3 text-muted">{scope === undefined ? t('api.anyToken') : t('api.scopeNeeded', { scope })}</p>
      {sent.length > 0 && (
        <Table
          caption={`${t('api.fields')}: ${operation.summary}`} rows={sent} rowKey={({ in: place, name }) => `${place} ${name}`}
          columns={[
            { key: 'name', label: t('api.field'), isRowHeader: true, cell: ({ name }) => <code className="font-mono">{name}</code> },
            { key: 'place', label: t('api.place'), cell: field => t(`api.in.${field.in}`) },
            { key: 'required', label: t('api.required'), cell: ({ required }) => t(required ? 'api.yes' : 'api.no') },
            { key: 'meaning', label: t('api.meaning'), cell: ({ description }) => description },
          ]}
        />
      )}
      <Section level={3} title={t('api.answers')}>
        <ul className="space-y-1">
          {Object.entries(operation.responses).map(([status, { description }]) => (
            <li key={status}><span className="font-medium tabular-nums">{status}</span> {description}</li>
          ))}
        </ul>
      </Section>
    </Section>
  )
}
