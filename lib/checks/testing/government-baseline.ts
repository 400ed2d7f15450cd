import { emptyBaseline, type Baseline } from '@/lib/domain/baseline'

/** What a public office asks of a portal, for tests and for the examples of the pages. */
export const governmentBaseline: Baseline = {
  ...emptyBaseline,
  subjects: { 'http-service': ['WEB-01'], 'alert-rules': ['OBS-01'], 'alert-routing': ['ALR-01'] },
  regions: [{ code: 'dfw' }, { code: 'gru' }, { code: 'iad' }],
  scrapeTargets: [
    { job: 'api', port: 9091, path: '/metrics', intervalSeconds: 15, labels: { service: 'fastapi', component: 'api' }, proposed: false },
    { job: 'postgres', port: 9187, intervalSeconds: 15, labels: { service: 'postgresql', component: 'database' }, proposed: false },
    { job: 'node', port: 9100, intervalSeconds: 15, labels: { service: 'node-exporter', component: 'infrastructure' }, proposed: false },
    { job: 'caddy', port: 9180, intervalSeconds: 15, labels: { service: 'caddy', component: 'reverse-proxy' }, proposed: true },
  ],
  metrics: [
    { name: 'portal_active_connections', type: 'gauge', labels: ['env'] },
    { name: 'portal_messages_sent_total', type: 'counter', labels: ['env'] },
    { name: 'portal_message_latency_seconds', type: 'histogram', labels: ['env'] },
  ],
  alertRoutes: [
    { match: { severity: 'critical' }, receiver: 'critical-alerts', groupWait: '0s', repeatInterval: '1h' },
    { match: { severity: 'warning' }, receiver: 'warning-alerts', groupWait: '30s', repeatInterval: '4h' },
    { match: { component: 'database' }, receiver: 'database-team', groupWait: null, repeatInterval: null },
    { match: {}, receiver: 'default-receiver', groupWait: '10s', repeatInterval: '4h' },
  ],
  inhibitions: [{ source: { severity: 'critical', alertname: 'APIDown' }, target: { severity: 'warning', component: 'api' }, equal: ['instance'] }],
  alertRules: { present: 2, reviewed: 2 },
  acceptance: { successPercent: 99.9, p95Milliseconds: 500, p99Milliseconds: 2_000, criticalFindings: 0, highVulnerabilities: 0 },
  secretRotationDays: 90,
  certificateDays: 21,
  snapshotMinutes: 1_440,
}
