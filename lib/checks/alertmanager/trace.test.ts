import { describe, expect, test } from 'vitest'
import { goodFile } from '../testing/good-system'
import { traceRouting } from './trace'

const config = given('alertmanager.yml', goodFile('alertmanager-config').text)
const rules = given('alerts.yml', `groups:
- name: api
  rules:
  - alert: APIDown
    expr: up{job="api"} == 0
    labels: { severity: critical }
  - alert: Slow
    expr: sum(rate(http_requests_total[5m])) > 1
    labels: { severity: warning, component: api }
`)

function given(name: string, text: string) {
  return { name, bytes: new TextEncoder().encode(text) }
}

describe('the routing of a configuration', () => {
  test('shows the way of an alert: where it stays, what it passes, and what it does not come to', () => {
    const traced = traceRouting([config], { severity: 'critical', component: 'database' }, [])
    expect(traced?.receivers).toEqual(['database-team', 'critical-alerts'])
    expect(traced?.tree).toMatchObject({ reached: 'passes', matchers: [], receiver: 'default-receiver', repeatInterval: '4h' })
    expect(traced?.tree.routes.map(({ matchers, reached, groupWait, continues }) => [matchers[0], reached, groupWait, continues])).toEqual([
      ['component="database"', 'stays', '10s', true],
      ['component="api"', 'no', '10s', true],
      ['severity="critical"', 'stays', '0s', false],
      ['severity="warning"', 'no', '30s', false],
    ])
  })

  test('what no route takes stays at the root; where nothing was tried, nothing is reached', () => {
    expect(traceRouting([config], {}, [])).toMatchObject({ receivers: ['default-receiver'], tree: { reached: 'stays' } })
    expect(traceRouting([config], null, [])).toMatchObject({ receivers: null, tree: { reached: 'no' } })
  })

  test('says where the rows of the assessment go, beside whom they are meant for', () => {
    const row = { match: { component: 'api' }, receiver: 'nobody', groupWait: null, repeatInterval: null }
    expect(traceRouting([config], null, [row])?.rows).toEqual([{ labels: { component: 'api' }, expected: 'nobody', receivers: ['api-team'] }])
  })

  test('follows the alerts of the rules by the labels that are known, and names those that are not', () => {
    expect(traceRouting([rules, config], null, [])?.alerts).toEqual([
      { name: 'APIDown', labels: { alertname: 'APIDown', severity: 'critical' }, receivers: ['critical-alerts'], unknown: ['component'] },
      { name: 'Slow', labels: { alertname: 'Slow', component: 'api', severity: 'warning' }, receivers: ['api-team', 'warning-alerts'], unknown: [] },
    ])
  })

  test('of more routes than a page can show it gives those that the labels come to', () => {
    const routes = Array.from({ length: 2_000 }, (_, index) => `  - { match: { team: t${index} }, receiver: root }`).join('\n')
    const large = given('alertmanager.yml', `route:\n  receiver: root\n  routes:\n${routes}\nreceivers: [ { name: root } ]\n`)
    const traced = traceRouting([large], { team: 't1999' }, [])
    expect(traced?.tree.routes.map(({ matchers, reached }) => [matchers, reached])).toEqual([[['team="t1999"'], 'stays']])
    expect(traced?.left).toEqual({ routes: 1_999, alerts: 0 })
    expect(traceRouting([config], null, [])?.left).toEqual({ routes: 0, alerts: 0 })
    // Where each says `continue`, the labels come to all of them.
    const all = given('alertmanager.yml', `route:\n  receiver: root\n  routes:\n${routes.replaceAll(/team: t\d+ \}/g, 'team: a }, continue: true')}\nreceivers: [ { name: root } ]\n`)
    const many = traceRouting([all], { team: 'a' }, [])
    expect([many?.tree.routes.length, many?.left.routes]).toEqual([499, 1_501])
  })

  test('there is none without a configuration that can be read', () => {
    expect(traceRouting([rules], {}, [])).toBeNull()
    expect(traceRouting([given('alertmanager.yml', 'route: { receiver: nobody }\nreceivers: []\n')], {}, [])).toBeNull()
  })
})
