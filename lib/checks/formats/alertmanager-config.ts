import type { TreeFormat } from '../format'
import type { Place } from '../place'
import { parseDuration } from '../promql/duration'
import { get, itemsOf, placeOf, textOf, type Read, type Tree } from '../syntax/tree'
import { integrations } from './alertmanager/integrations'
import { equalMatchers, matcherLine, matchersOf, regexpMatchers, withoutMatchers, type AlertMatcher } from './alertmanager/matchers'
import { duration, glob, hostPort, labelName, secretUrl, url } from './alertmanager/scalars'
import { httpConfig } from './alertmanager/http-config'
import {
  atMostOne, bool, filled, filledListOf, invalid, isNull, listOf, record, report, required, secret, text,
  type Credential, type Gathered, type Rule,
} from './alertmanager/strict'
import { timeInterval } from './alertmanager/time-intervals'

/** A configuration of Alertmanager that Alertmanager would load, old and new matchers read alike. */
export interface AlertmanagerConfig {
  tree: Tree
  route: AlertRoute
  receivers: readonly AlertReceiver[]
  inhibitRules: readonly InhibitRule[]
  /** Fields that hold a credential in the file itself; `*_file` are none. */
  credentials: readonly Credential[]
}

/** A node of the routing tree as it is written; what it does not say it takes from the one above it. */
export interface AlertRoute {
  place: Place
  receiver: string | null
  matchers: readonly AlertMatcher[]
  continue: boolean
  /** Labels, or `...` for all; null where it says none. */
  groupBy: readonly string[] | null
  groupWait: Duration | null
  groupInterval: Duration | null
  repeatInterval: Duration | null
  muteTimeIntervals: readonly string[]
  activeTimeIntervals: readonly string[]
  routes: readonly AlertRoute[]
}

export type { Credential }

export interface Duration {
  milliseconds: number
  text: string
  place: Place
}

export interface AlertReceiver {
  name: string
  place: Place
  integrations: readonly AlertIntegration[]
}

/** One way in which a receiver tells people. */
export interface AlertIntegration {
  /** The field that it stands in: `email_configs`. */
  type: string
  place: Place
  tree: Tree
}

export interface InhibitRule {
  place: Place
  source: readonly AlertMatcher[]
  target: readonly AlertMatcher[]
  equal: readonly { label: string; place: Place }[]
}

/**
 * Read as `amtool check-config` of 0.25 does: what it refuses is a problem of the file. Only what the file itself says
 * is judged: the templates that it names are not at hand.
 */
export const alertmanagerConfig: TreeFormat<AlertmanagerConfig> = {
  syntax: 'yaml',
  hint: /^(receivers|route|inhibit_rules)\s*:/m,
  matches: tree => get(tree, 'route')?.kind === 'map' || ['receivers', 'inhibit_rules'].some(field => get(tree, field)?.kind === 'list'),
  read: tree => {
    const gathered: Gathered = { problems: [], credentials: [] }
    config(tree, '', gathered)
    return gathered.problems.length > 0 ? { ok: false, problems: gathered.problems } : documentOf(tree, gathered.credentials)
  },
}

const globalFields = {
  resolve_timeout: duration, http_config: httpConfig, smtp_from: text, smtp_hello: text, smtp_smarthost: hostPort, smtp_auth_username: text,
  smtp_auth_password: secret, smtp_auth_password_file: text, smtp_auth_secret: secret, smtp_auth_identity: text, smtp_require_tls: bool,
  slack_api_url: secretUrl, slack_api_url_file: text, pagerduty_url: url, opsgenie_api_url: url, opsgenie_api_key: secret,
  opsgenie_api_key_file: text, wechat_api_url: url, wechat_api_secret: secret, wechat_api_corp_id: text, victorops_api_url: url,
  victorops_api_key: secret, victorops_api_key_file: text, telegram_api_url: url, webex_api_url: url,
}
const withFiles = ['slack_api_url', 'opsgenie_api_key', 'victorops_api_key', 'smtp_auth_password']

const notZero: Rule = (map, into) => {
  for (const field of ['group_interval', 'repeat_interval']) {
    const value = get(map, field)
    if (value && durationAt(map, field)?.milliseconds === 0) invalid(into, value, field, '30s, 5m, 4h')
  }
}

const groups: Rule = (map, into) => {
  const labels = itemsOf(get(map, 'group_by'))
  const names = labels.map(label => textOf(label) ?? '')
  names.forEach((name, index) => {
    const place = labels[index]?.place ?? map.place
    const isMixed = name === '...' && names.some(other => other !== '...')
    if (isMixed) report(into, place, 'conflicting-fields', { field: '...', other: 'group_by' })
    else if (name !== '...' && names.indexOf(name) !== index) report(into, place, 'duplicate-name', { name, field: 'group_by' })
    else if (name === '') invalid(into, labels[index] ?? map, 'group_by', 'alertname')
    else if (name !== '...') labelName(labels[index] ?? map, 'group_by', into)
  })
}

const route = record({
  receiver: text, group_by: listOf(text), match: equalMatchers, match_re: regexpMatchers, matchers: listOf(matcherLine),
  mute_time_intervals: listOf(text), active_time_intervals: listOf(text), continue: bool,
  routes: filledListOf((value, field, into) => route(value, field, into)),
  group_wait: duration, group_interval: duration, repeat_interval: duration,
}, notZero, groups)

const receiver = record({
  name: text, ...Object.fromEntries(Object.entries(integrations).map(([field, { kind }]) => [field, filledListOf(kind)])),
}, required('name'))

const inhibitRule = record({
  source_match: equalMatchers, source_match_re: regexpMatchers, source_matchers: listOf(matcherLine),
  target_match: equalMatchers, target_match_re: regexpMatchers, target_matchers: listOf(matcherLine), equal: listOf(labelName),
})

/** The root takes every alert, at any time. */
const root: Rule = (map, into) => {
  const top = map.entries.get('route')?.value
  if (top?.kind !== 'map') return report(into, placeOf(map, 'route'), 'missing-field', { field: 'route' })
  required('receiver')(top, into)
  withoutMatchers(top, into)
  const misplaced = ['mute_time_intervals', 'active_time_intervals'].filter(field => itemsOf(get(top, field)).length > 0)
  for (const field of [...misplaced, ...(continues(top) ? ['continue'] : [])])
    report(into, placeOf(top, field), 'misplaced-field', { field })
}

/** Every receiver and time that a route names is defined, and once. */
const names: Rule = (map, into) => {
  const receivers = defined('receivers', itemsOf(get(map, 'receivers')))
  const times = defined('time_intervals', [...itemsOf(get(map, 'mute_time_intervals')), ...itemsOf(get(map, 'time_intervals'))])
  const uses = (tree: Tree, field: string, known: ReadonlySet<string>) => {
    const name = textOf(tree) ?? ''
    if (!known.has(name) && !(field === 'receiver' && name === '')) report(into, tree.place, 'undefined-name', { field, name })
  }
  walk(get(map, 'route'), node => {
    const receiver = get(node, 'receiver')
    if (receiver) uses(receiver, 'receiver', receivers)
    for (const field of ['mute_time_intervals', 'active_time_intervals'])
      for (const item of itemsOf(get(node, field))) uses(item, field, times)
  })

  function defined(field: string, items: readonly Tree[]): Set<string> {
    const known = new Set<string>()
    for (const item of items) {
      const name = textOf(get(item, 'name')) ?? ''
      if (known.has(name)) report(into, item.place, 'duplicate-name', { name, field })
      known.add(name)
    }
    return known
  }
}

/** Every integration has what it needs, of its own or from `global`. */
const globals: Rule = (map, into) => {
  const global = get(map, 'global')
  for (const receiver of itemsOf(get(map, 'receivers')))
    for (const [field, { globals }] of Object.entries(integrations))
      for (const item of itemsOf(get(receiver, field)))
        for (const { own, global: fallback, preset } of globals) {
          const isPreset = preset && fallback.every(name => get(global, name) === undefined)
          if (!isPreset && !own.some(name => filled(item, name)) && !fallback.some(name => filled(global, name)))
            report(into, item.place, 'missing-field', { field: [...own, ...fallback.map(name => `global.${name}`)].join(' / ') })
        }
}

const config = record({
  global: record(globalFields, ...withFiles.map(field => atMostOne(field, `${field}_file`))), route, receivers: filledListOf(receiver),
  inhibit_rules: listOf(inhibitRule), templates: listOf(glob),
  mute_time_intervals: listOf(timeInterval), time_intervals: listOf(timeInterval),
}, root, names, globals)

function documentOf(tree: Tree, credentials: readonly Credential[]): Read<AlertmanagerConfig> {
  return {
    ok: true,
    value: {
      tree,
      route: routeOf(get(tree, 'route') ?? tree),
      receivers: itemsOf(get(tree, 'receivers')).map(receiver => ({
        name: textOf(get(receiver, 'name')) ?? '', place: receiver.place,
        integrations: Object.keys(integrations).flatMap(type =>
          itemsOf(get(receiver, type)).map(item => ({ type, place: item.place, tree: item }))),
      })),
      inhibitRules: itemsOf(get(tree, 'inhibit_rules')).filter(rule => !isNull(rule)).map(rule => ({
        place: rule.place,
        source: matchersOf(rule, 'source_match', 'source_match_re', 'source_matchers'),
        target: matchersOf(rule, 'target_match', 'target_match_re', 'target_matchers'),
        equal: itemsOf(get(rule, 'equal')).map(label => ({ label: textOf(label) ?? '', place: label.place })),
      })),
      credentials,
    },
  }
}

function routeOf(tree: Tree): AlertRoute {
  const list = (field: string) => itemsOf(get(tree, field)).map(item => textOf(item) ?? '')
  const groupBy = list('group_by')
  return {
    place: tree.place,
    receiver: textOf(get(tree, 'receiver')) || null,
    matchers: matchersOf(tree, 'match', 'match_re', 'matchers'),
    continue: continues(tree),
    groupBy: groupBy.length > 0 ? groupBy : null,
    groupWait: durationAt(tree, 'group_wait'),
    groupInterval: durationAt(tree, 'group_interval'),
    repeatInterval: durationAt(tree, 'repeat_interval'),
    muteTimeIntervals: list('mute_time_intervals'),
    activeTimeIntervals: list('active_time_intervals'),
    routes: itemsOf(get(tree, 'routes')).map(routeOf),
  }
}

function durationAt(tree: Tree, field: string): Duration | null {
  const text = textOf(get(tree, field))
  const duration = parseDuration(text ?? '')
  return text !== undefined && duration.ok ? { milliseconds: duration.milliseconds, text, place: placeOf(tree, field) } : null
}

function continues(tree: Tree): boolean {
  const value = get(tree, 'continue')
  return value?.kind === 'scalar' && (value.value === true || /^(y|yes|on)$/i.test(value.text))
}

function walk(node: Tree | undefined, visit: (node: Tree) => void): void {
  if (!node) return
  visit(node)
  for (const child of itemsOf(get(node, 'routes'))) walk(child, visit)
}
