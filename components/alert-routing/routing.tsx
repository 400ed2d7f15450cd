import type { ReactNode } from 'react'
import { writeLabels, type AlertLabels, type AlertRouting, type TracedAlert, type TracedRow } from '@/lib/domain/alert-routing'
import type { Language } from '@/lib/domain/language'
import { translator } from '@/lib/i18n/translate'
import { CodeList, LabelList } from '../baseline/code-list'
import { OutcomeTag } from '../checks/outcome-tag'
import { Section } from '../ui/section'
import { Table } from '../ui/table'
import { RouteTree } from './route-tree'

interface RoutingProps {
  language: Language
  /** The page's address, for trying other labels. */
  action: string
  routing: AlertRouting
}

const mostNamed = 20

const withoutName = (labels: AlertLabels) => Object.fromEntries(Object.entries(labels).filter(([name]) => name !== 'alertname'))

/** Where the labels that were tried lead in the tree, then where the assessment's rows and the rules' alerts do. */
export function Routing({ language, action, routing: { tree, receivers, rows, alerts, left } }: RoutingProps) {
  const t = translator(language)
  const tryThem = (labels: AlertLabels, words: ReactNode) =>
    (Object.keys(labels).length === 0 ? words : <a href={`${action}?${new URLSearchParams({ labels: writeLabels(labels) })}`}>{words}</a>)
  return (
    <>
      <p role="status" className="mb-4 text-large">
        {receivers
          ? <>{t('alertRouting.reaches', { count: receivers.length })} <strong className="font-mono font-semibold">{receivers.slice(0, mostNamed).join(', ')}{receivers.length > mostNamed && ' …'}</strong></>
          : <span className="text-body text-muted">{t('alertRouting.untried')}</span>}
      </p>
      <RouteTree language={language} route={tree} />
      {left.routes > 0 && <p className="mt-2 text-muted">{t('alertRouting.routesLeft', { count: left.routes })}</p>}
      {rows.length > 0 && (
        <Section level={3} title={t('baseline.alertRoutes')} lead={t('alertRouting.rowsLead')}>
          <Table<TracedRow>
            caption={t('baseline.alertRoutes')} rows={rows} rowKey={({ labels, expected }) => `${expected} ${writeLabels(labels)}`}
            columns={[
              {
                key: 'labels', label: t('baseline.match'), isRowHeader: true,
                cell: ({ labels }) => (Object.keys(labels).length === 0 ? t('baseline.everythingElse') : tryThem(labels, <LabelList labels={labels} />)),
              },
              { key: 'expected', label: t('alertRouting.expected'), cell: ({ expected }) => <CodeList codes={[expected]} /> },
              { key: 'receivers', label: t('alertRouting.receivers'), cell: row => <CodeList codes={row.receivers} /> },
              { key: 'outcome', label: t('alertRouting.agrees'), cell: row => <OutcomeTag outcome={row.receivers.includes(row.expected) ? 'pass' : 'fail'} language={language} /> },
            ]}
          />
        </Section>
      )}
      {alerts.length > 0 && (
        <Section level={3} title={t('alertRouting.alerts')} lead={t('alertRouting.alertsLead')}>
          <Table<TracedAlert & { index: number }>
            caption={t('alertRouting.alerts')} rows={alerts.map((alert, index) => ({ ...alert, index }))} rowKey={({ index }) => String(index)}
            columns={[
              { key: 'name', label: t('alertRouting.alert'), isRowHeader: true, cell: ({ name, labels }) => <span className="font-mono">{tryThem(labels, name)}</span> },
              { key: 'labels', label: t('baseline.labels'), cell: ({ labels }) => <LabelList labels={withoutName(labels)} /> },
              { key: 'receivers', label: t('alertRouting.receivers'), cell: ({ receivers }) => <CodeList codes={receivers} /> },
              { key: 'unknown', label: t('alertRouting.unknown'), cell: ({ unknown }) => (unknown.length > 0 ? <CodeList codes={unknown} /> : '–') },
            ]}
          />
          {left.alerts > 0 && <p className="mt-2 text-muted">{t('alertRouting.alertsLeft', { count: left.alerts })}</p>}
        </Section>
      )}
    </>
  )
}
