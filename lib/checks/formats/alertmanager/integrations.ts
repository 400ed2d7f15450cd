import { entriesOf, get, textOf, type TreeMap } from '../../syntax/tree'
import { httpConfig, tlsConfig } from './http-config'
import { goDuration, hostPort, secretUrl, url } from './scalars'
import {
  atMostOne, bool, filled, filledListOf, integer, integerOf, invalid, listOf, mapOf, natural, record, report, required, scalar, secret, text,
  type Gathered, type Kind, type Rule,
} from './strict'

/** A way to tell people: its fields, and what it takes from `global` where it does not say it itself. */
interface Integration {
  kind: Kind
  globals: readonly Fallback[]
}

/** Fields of which one must say something, else one of the global ones; `preset` where Alertmanager has a value of its own. */
interface Fallback {
  own: readonly string[]
  global: readonly string[]
  preset?: true
}

/**
 * What a receiver can hold in Alertmanager 0.25 (prometheus/alertmanager, `config/notifiers.go`). Later versions have
 * more: `msteams_configs` since 0.26, `jira_configs` and `rocketchat_configs` since 0.28, and `*_file` beside more
 * credentials.
 */
export const integrations: Readonly<Record<string, Integration>> = {
  email_configs: {
    kind: integration({
      to: text, from: text, hello: text, smarthost: hostPort, auth_username: text, auth_password: secret, auth_password_file: text,
      auth_secret: secret, auth_identity: text, headers: mapOf(text), html: text, text, require_tls: bool, tls_config: tlsConfig,
    }, required('to'), distinctHeaders),
    globals: [{ own: ['smarthost'], global: ['smtp_smarthost'] }, { own: ['from'], global: ['smtp_from'] }],
  },
  slack_configs: {
    kind: integration({
      http_config: httpConfig, api_url: secretUrl, api_url_file: text, ...texts(
        'channel', 'username', 'color', 'title', 'title_link', 'pretext', 'text', 'footer', 'fallback', 'callback_id', 'icon_emoji', 'icon_url',
        'image_url', 'thumb_url',
      ), short_fields: bool, link_names: bool, mrkdwn_in: listOf(text),
      fields: listOf(record({ title: text, value: text, short: bool }, required('title'), required('value'))),
      actions: listOf(record({
        ...texts('type', 'text', 'url', 'style', 'name', 'value'),
        confirm: record(texts('text', 'title', 'ok_text', 'dismiss_text'), required('text')),
      }, required('type'), required('text'), required('name', 'url'))),
    }, atMostOne('api_url', 'api_url_file')),
    globals: [{ own: ['api_url', 'api_url_file'], global: ['slack_api_url', 'slack_api_url_file'] }],
  },
  webhook_configs: { kind: integration({ http_config: httpConfig, url, max_alerts: natural }, required('url')), globals: [] },
  pagerduty_configs: {
    kind: integration({
      http_config: httpConfig, service_key: secret, service_key_file: text, routing_key: secret, routing_key_file: text, url,
      ...texts('client', 'client_url', 'description', 'source', 'severity', 'class', 'component', 'group'), details: mapOf(text),
      images: listOf(record(texts('src', 'alt', 'href'))), links: listOf(record(texts('href', 'text'))),
    }, required('routing_key', 'service_key', 'routing_key_file', 'service_key_file'), atMostOne('routing_key', 'routing_key_file'),
    atMostOne('service_key', 'service_key_file')),
    globals: [{ own: ['url'], global: ['pagerduty_url'], preset: true }],
  },
  opsgenie_configs: {
    kind: integration({
      http_config: httpConfig, api_key: secret, api_key_file: text, api_url: url,
      ...texts('message', 'description', 'source', 'entity', 'actions', 'tags', 'note', 'priority'), details: mapOf(text), update_alerts: bool,
      responders: filledListOf(record(texts('id', 'name', 'username', 'type'), required('id', 'username', 'name'), responderType)),
    }, atMostOne('api_key', 'api_key_file')),
    globals: [
      { own: ['api_url'], global: ['opsgenie_api_url'], preset: true },
      { own: ['api_key', 'api_key_file'], global: ['opsgenie_api_key', 'opsgenie_api_key_file'] },
    ],
  },
  victorops_configs: {
    kind: integration({
      http_config: httpConfig, api_key: secret, api_key_file: text, api_url: url,
      ...texts('routing_key', 'message_type', 'state_message', 'entity_display_name', 'monitoring_tool'), custom_fields: mapOf(text),
    }, required('routing_key'), atMostOne('api_key', 'api_key_file'), noReservedFields),
    globals: [
      { own: ['api_url'], global: ['victorops_api_url'], preset: true },
      { own: ['api_key', 'api_key_file'], global: ['victorops_api_key', 'victorops_api_key_file'] },
    ],
  },
  wechat_configs: {
    kind: integration({
      http_config: httpConfig, api_secret: secret, api_url: url,
      ...texts('corp_id', 'message', 'to_user', 'to_party', 'to_tag', 'agent_id'),
      message_type: scalar('text, markdown', ({ text }) => /^(text|markdown|)$/.test(text)),
    }),
    globals: [
      { own: ['api_url'], global: ['wechat_api_url'], preset: true },
      { own: ['api_secret'], global: ['wechat_api_secret'] },
      { own: ['corp_id'], global: ['wechat_api_corp_id'] },
    ],
  },
  pushover_configs: {
    kind: integration({
      http_config: httpConfig, user_key: secret, token: secret, ...texts('title', 'message', 'url', 'url_title', 'sound', 'priority'),
      retry: goDuration, expire: goDuration, html: bool,
    }, required('user_key'), required('token')),
    globals: [],
  },
  sns_configs: {
    kind: integration({
      http_config: httpConfig, ...texts('api_url', 'topic_arn', 'phone_number', 'target_arn', 'subject', 'message'), attributes: mapOf(text),
      sigv4: record({ region: text, access_key: text, secret_key: secret, profile: text, role_arn: text }, bothKeys),
    }, oneTarget),
    globals: [],
  },
  telegram_configs: {
    kind: integration({
      http_config: httpConfig, api_url: url, bot_token: secret, chat_id: integer, message: text, disable_notifications: bool,
      parse_mode: scalar('Markdown, MarkdownV2, HTML', ({ text }) => /^(Markdown|MarkdownV2|HTML|)$/.test(text)),
    }, required('bot_token'), required('chat_id'), chatNotZero),
    globals: [],
  },
  discord_configs: {
    kind: integration({ http_config: httpConfig, webhook_url: secretUrl, title: text, message: text }, required('webhook_url')),
    globals: [],
  },
  webex_configs: {
    kind: integration({ http_config: httpConfig, api_url: url, message: text, room_id: text }, required('room_id'), authorised),
    globals: [{ own: ['api_url'], global: ['webex_api_url'], preset: true }],
  },
}

function integration(fields: Readonly<Record<string, Kind>>, ...rules: readonly Rule[]): Kind {
  return record({ send_resolved: bool, ...fields }, ...rules)
}

function texts(...fields: readonly string[]): Record<string, Kind> {
  return Object.fromEntries(fields.map(field => [field, text]))
}

/** Names of headers are one whatever their case. */
function distinctHeaders(map: TreeMap, into: Gathered): void {
  const seen = new Set<string>()
  for (const [name, { place }] of entriesOf(get(map, 'headers'))) {
    if (seen.has(name.toLowerCase())) report(into, place, 'duplicate-name', { name, field: 'headers' })
    seen.add(name.toLowerCase())
  }
}

function responderType(map: TreeMap, into: Gathered): void {
  const type = textOf(get(map, 'type')) ?? ''
  const isKnown = type.includes('{{') || /^(team|teams|user|escalation|schedule)$/i.test(type)
  if (!isKnown) invalid(into, get(map, 'type') ?? map, 'type', 'team, teams, user, escalation, schedule')
}

function noReservedFields(map: TreeMap, into: Gathered): void {
  const reserved = ['routing_key', 'message_type', 'state_message', 'entity_display_name', 'monitoring_tool', 'entity_id', 'entity_state']
  for (const [field, { place }] of entriesOf(get(map, 'custom_fields')))
    if (reserved.includes(field)) report(into, place, 'misplaced-field', { field })
}

function bothKeys(map: TreeMap, into: Gathered): void {
  if (filled(map, 'access_key') !== filled(map, 'secret_key'))
    report(into, map.place, 'missing-field', { field: filled(map, 'access_key') ? 'secret_key' : 'access_key' })
}

/** One of the three; Alertmanager counts so that it takes all three at once too. */
function oneTarget(map: TreeMap, into: Gathered): void {
  const targets = ['target_arn', 'topic_arn', 'phone_number']
  if (targets.filter(field => filled(map, field)).length % 2 === 0)
    report(into, map.place, 'missing-field', { field: targets.join(' / ') })
}

function chatNotZero(map: TreeMap, into: Gathered): void {
  const chat = get(map, 'chat_id')
  if (chat?.kind === 'scalar' && integerOf(chat) === 0) invalid(into, chat, 'chat_id', '-100123')
}

function authorised(map: TreeMap, into: Gathered): void {
  const http = get(map, 'http_config')
  if (!['authorization', 'bearer_token', 'bearer_token_file'].some(field => filled(http, field)))
    report(into, map.place, 'missing-field', { field: 'http_config.authorization' })
}
