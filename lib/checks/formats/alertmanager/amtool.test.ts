import { expect, test } from 'vitest'
import { readYaml } from '../../syntax/yaml'
import { askAmtool, withoutAmtool } from '../../testing/amtool'
import { alertmanagerConfig } from '../alertmanager-config'

const accepts = (text: string) => {
  const tree = readYaml(text)
  return tree.ok && alertmanagerConfig.read(tree.value).ok
}

const others = 'receivers: [{name: r}, {name: other}]'
const route = (node: string) => `route: {receiver: r, routes: [{${node}}]}\n${others}`
const root = (more: string) => `route: {receiver: r${more === '' ? '' : `, ${more}`}}\n${others}`
const receiver = (integration: string, global = '') => `${global && `global: {${global}}\n`}route: {receiver: r}\nreceivers: [{name: r, ${integration}}]`
const inhibit = (rule: string) => `${root('')}\ninhibit_rules: [{${rule}}]`
const times = (interval: string) => `${route('mute_time_intervals: [nights]')}\ntime_intervals: [{name: nights, time_intervals: [{${interval}}]}]`
const http = (config: string) => receiver(`webhook_configs: [{url: 'http://relay/', http_config: {${config}}}]`)

const crafted = [
  // The whole.
  root(''), 'route: {receiver: r}', 'receivers: [{name: r}]', others, 'route: {}\nreceivers: [{name: r}]', 'route:\nreceivers: [{name: r}]',
  'route: []\nreceivers: [{name: r}]', 'route: {receiver: missing}\nreceivers: [{name: r}]', 'route: {receiver: r}\nreceivers: [{name: r}, {name: r}]',
  'route: {receiver: r}\nreceivers: [{name: r}, {}]', 'route: {receiver: r}\nreceivers: [{name: r}, null]', 'route: {receiver: r}\nreceivers: {name: r}',
  `${root('')}\nrouting: {}`, `${root('')}\ntemplates: ['/etc/alertmanager/*.tmpl']`, `${root('')}\ntemplates: ['/etc/alertmanager/[']`,
  `${root('')}\ntemplates: '/etc/alertmanager/*.tmpl'`, `${root('')}\ntemplates:`, `${root('')}\ntemplates: ['/nowhere/a.tmpl', '/nowhere/[a-c]*.tmpl', '/nowhere/[^a].tmpl']`,
  `${root('')}\ntemplates: ['/nowhere/[]a].tmpl']`, `${root('')}\ntemplates: ['/nowhere/\\']`, `${root('')}\nglobal:`, `${root('')}\nglobal: {}`, `${root('')}\nglobal: []`,
  `${root('')}\nglobal: {unknown: 1}`, `${root('')}\nglobal: {resolve_timeout: 5m}`, `${root('')}\nglobal: {resolve_timeout: 5 minutes}`,
  `${root('')}\nglobal: {resolve_timeout: }`, `${root('')}\nglobal: {smtp_require_tls: false}`, `${root('')}\nglobal: {smtp_require_tls: 'false'}`,
  `${root('')}\nglobal: {smtp_require_tls: no}`, `${root('')}\nglobal: {smtp_smarthost: 'mail:25'}`, `${root('')}\nglobal: {smtp_smarthost: mail}`,
  `${root('')}\nglobal: {smtp_smarthost: 'mail:'}`, `${root('')}\nglobal: {smtp_smarthost: ':25'}`, `${root('')}\nglobal: {smtp_smarthost: '[::1]:25'}`,
  `${root('')}\nglobal: {smtp_smarthost: '::1:25'}`, `${root('')}\nglobal: {smtp_smarthost: ''}`, `${root('')}\nglobal: {smtp_smarthost: 'a:b:25'}`,
  `${root('')}\nglobal: {slack_api_url: 'https://hooks/a', slack_api_url_file: /f}`, `${root('')}\nglobal: {slack_api_url: '', slack_api_url_file: /f}`,
  `${root('')}\nglobal: {opsgenie_api_key: a, opsgenie_api_key_file: /f}`, `${root('')}\nglobal: {victorops_api_key: a, victorops_api_key_file: /f}`,
  `${root('')}\nglobal: {smtp_auth_password: a, smtp_auth_password_file: /f}`, `${root('')}\nglobal: {smtp_auth_password: 12345, smtp_auth_username: yes}`,
  // Addresses.
  ...['http://relay', 'HTTPS://relay/a?b=%zz#c', 'relay', '//relay', 'ftp://relay', 'http://', 'http:///path', 'http://relay:80/', 'http://relay:port/', 'http://[::1]:80/',
    'http://[::1/', 'http://user:pass@relay/', 'http://us er@relay/', 'http://re lay/', 'http://relay/a b', 'http://relay/%zz', 'http://relay/%20', 'http://relay#%zz', ':80',
    'http://:80/', 'http:relay', 'http://relay/{{ .x }}', 'http://{{ x }}/', 'http://rel%61y/', 'http://rel%ffy/', 'http://señal/', '<secret>', '', '1http://relay', 'http://a@b@relay/',
    'http://relay?a b', 'http://re"lay/', 'http://re^lay/',
  ].map(url => receiver(`webhook_configs: [{url: '${url}'}]`)),
  receiver(`slack_configs: [{api_url: '<secret>'}]`), receiver('slack_configs: [{api_url: hooks}]'),
  // Routes.
  route(''), root('continue: true'), root('continue: false'), root('match: {a: b}'), root('match: {}'), root('match_re: {a: b}'), root(`matchers: ['a=b']`), root('matchers: []'),
  root(`matchers: ['{}']`), root('mute_time_intervals: []'), root('mute_time_intervals: [x]'), root('active_time_intervals: [x]'), root('routes: [null]'), root('routes: {}'),
  `${root('mute_time_intervals: [x]')}\ntime_intervals: [{name: x}]`, `${root('active_time_intervals: [x]')}\ntime_intervals: [{name: x}]`,
  root('routes: [{receiver: other, routes: [{receiver: nobody}]}]'), root('routes: [{receiver: other, routes: [{receiver: r, continue: yes}]}]'), route('receiver: '),
  route('receiver: other, receiver: other'), route(`continue: 'yes'`), route('continue: yes'), route('continue: maybe'), route('continue: 1'), route('continue: y'),
  ...['30s', '1h30m', '0', '0s', '1d', '1w', '2y', '500ms', '30', '""', '-1s', '1.5h', '5 m', '1m1h', '300y', '292y', '999999999999999999999h', '1M', 'null', '[]', '~', '~5m'].flatMap(duration =>
    [route(`group_wait: ${duration}`), route(`group_interval: ${duration}`), route(`repeat_interval: ${duration}`)]),
  route('group_by: [a, b]'), route('group_by: [a, a]'), route(`group_by: ['...']`), route(`group_by: ['...', a]`), route(`group_by: ['...', '...']`), route('group_by: a'),
  route('group_by: [a-b]'), route('group_by: [1a]'), route(`group_by: ['']`), route('group_by: [null]'), route('group_by: []'), route(`group_by: ['señal']`), route('group_by: [a:b]'), route('group_by: [true]'),
  // Matchers.
  route('match: {severity: critical}'), route('match: {severity: }'), route('match: {severity: 1}'), route('match: {severity: [a]}'), route('match: {a-b: c}'), route('match: {a: b, a: c}'),
  route('match: [a]'), route('match: '), route('match: {1a: b}'), route('match_re: {a: "b|c"}'), route('match_re: {a: "("}'), route('match_re: {a: }'), route('match_re: {a: ""}'),
  route('match_re: {a-b: c}'), route(String.raw`match_re: {a: "\\d+"}`), route('match_re: {a: "(?=b)"}'), route('match_re: {a: "(?P<n>b)"}'), route('match_re: {a: "(?<n>b)"}'),
  route(String.raw`match_re: {a: "(a)\\1"}`), route('match_re: {a: "a{1001}"}'), route('match_re: {a: "a{1000}"}'), route('match_re: {a: "a**"}'), route('match_re: {a: "[[:alpha:]]"}'),
  route(String.raw`match_re: {a: "\\pL\\p{Greek}"}`), route('match_re: {a: "(?i)a"}'), route('match_re: {a: "a++"}'), route(String.raw`match_re: {a: "\\Qa.b\\E"}`), route('match_re: {a: "[b-a]"}'), route('match_re: {a: "*"}'), route('match_re: {a: "a)(b"}'),
  route('match_re: {a: [b]}'), route(String.raw`match_re: {a: "\\"}`), route(String.raw`match_re: {a: "\\z\\A\\b\\B\\C"}`), route(String.raw`match_re: {a: "\\Z"}`), route('match_re: {a: "x{2,1}"}'), route(String.raw`match_re: {a: "\\x{10FFFF}\\07"}`),
  ...['a=b', 'a="b"', `a=~"b|c"`, 'a!=b', 'a!~b', 'a=', 'a=""', 'a', '=b', 'a==b', 'a=b,c=d', '{a=b, c=~"d,e"}', '{a="b",}', '{a="b",,}', ',a=b', 'a="b', 'a=b"', 'a=b"c"', String.raw`a="b\"c"`, String.raw`a="b\\"`, String.raw`a="b\"`,
    String.raw`a=b\n`, String.raw`a=~"\d+"`, 'a=~"("', 'a=~(', ' a  =  b ', '"a"="b"', 'a:b=c', '1a=b', 'a-b=c', 'señal=b', 'a="señal"', '', '{}', '{', '}', '{a=b', 'a=b}', 'a=~"b,c"', 'a="b" c="d"', 'a=~b{2,3}', 'a = ~b', 'a=~"(?<n>b)"', 'a=,b=c', 'a=b c', 'a<b', String.raw`a="\"`, String.raw`a=\"`,
  ].map(matcher => route(`matchers: ['${matcher}']`)),
  route(`matchers: 'a=b'`), route('matchers: [{a: b}]'), route('matchers: [a=b]'), route('matchers: '), route('matchers: [null]'), route('matchers: {a: b}'), route('matchers: [[a=b]]'), route('matchers: [1]'),
  // Inhibitions.
  inhibit('source_match: {a: b}, target_match: {c: d}, equal: [e]'), inhibit(''), inhibit('equal: [a-b]'), inhibit('equal: a'), inhibit('equal: [null]'), inhibit('equal: [e, e]'), inhibit('source_match: {a-b: c}'),
  inhibit('target_match: {a-b: c}'), inhibit('source_match_re: {a: "("}'), inhibit('target_match_re: {a: b}'), inhibit('target_match_re: {a: }'), inhibit(`source_matchers: ['a=b'], target_matchers: ['c=~"d"']`),
  inhibit(`source_matchers: ['a']`), inhibit(`target_matchers: 'a=b'`), inhibit('name: x'), `${root('')}\ninhibit_rules: [null]`, `${root('')}\ninhibit_rules: {}`, inhibit('matchers: []'), inhibit('equal: [""]'),
  // Times.
  ...['', 'times: [{start_time: "09:00", end_time: "17:00"}]', 'times: [{start_time: 09:00, end_time: 17:00}]', 'times: [{start_time: "17:00", end_time: "09:00"}]', 'times: [{start_time: "09:00"}]', 'times: [{}]', 'times: [null]',
    'times: [{start_time: "00:00", end_time: "24:00"}]', 'times: [{start_time: "24:00", end_time: "24:00"}]', 'times: [{start_time: "9:00", end_time: "17:00"}]', 'times: [{start_time: "09:60", end_time: "17:00"}]', 'times: [{start_time: "09:00", end_time: "09:00"}]', 'times: [{start_time: "00:00", end_time: "24:01"}]',
    'weekdays: [monday]', 'weekdays: ["monday:friday"]', 'weekdays: ["friday:monday"]', 'weekdays: ["Saturday", "sunday"]', 'weekdays: ["saturday:sunday"]', 'weekdays: [mon]', 'weekdays: ["1"]', 'weekdays: monday', 'weekdays: [""]', 'weekdays: ["monday:tuesday:friday"]', 'weekdays: ["monday:"]', 'weekdays: [null]',
    'days_of_month: [1]', 'days_of_month: ["1:15"]', 'days_of_month: ["15:1"]', 'days_of_month: [-1]', 'days_of_month: ["-7:-1"]', 'days_of_month: ["-1:-7"]', 'days_of_month: ["-1:5"]', 'days_of_month: ["20:-1"]', 'days_of_month: ["29:-1"]', 'days_of_month: [0]', 'days_of_month: [32]', 'days_of_month: ["1:-28"]', 'days_of_month: ["+1:2"]', 'days_of_month: [1.5]', 'days_of_month: ["1:32"]',
    'months: [january]', 'months: ["January:MARCH"]', 'months: ["march:january"]', 'months: ["1:3"]', 'months: [13]', 'months: [0]', 'months: [jan]', 'months: ["january:3"]', 'years: [2026]', 'years: ["2026:2030"]', 'years: ["2030:2026"]', 'years: [soon]', 'years: [-5]', 'years: ["99999999999999999999"]',
    'location: America/Guayaquil', 'location: UTC', 'location: Nowhere', 'location: ""', 'location: Local', 'location: "+05:00"', 'location: america/guayaquil', 'location: ../UTC', 'location: EST5EDT', 'location: Etc/GMT+5', 'location: GMT', 'location: America/Argentina/Buenos_Aires', 'location: Asia/Calcutta', 'location: ', 'time_zone: UTC',
  ].map(times),
  `${root('')}\ntime_intervals: [{name: a}, {name: a}]`, `${root('')}\ntime_intervals: [{name: a}]\nmute_time_intervals: [{name: a}]`, `${root('')}\nmute_time_intervals: [{name: a}]`, `${root('')}\ntime_intervals: [{}]`, `${root('')}\ntime_intervals: [null]`,
  `${root('')}\ntime_intervals: [null, null]`, route('mute_time_intervals: [nowhen]'), route('active_time_intervals: [nowhen]'), route('mute_time_intervals: [null]'), `${route('active_time_intervals: [a]')}\nmute_time_intervals: [{name: a}]`, `${root('')}\ntime_intervals: [{name: 5, time_intervals: []}]`,
  // Integrations.
  ...[`email_configs: [{to: a@b}]`, `email_configs: [{to: a@b, from: c@d, smarthost: 'mail:25'}]`, `email_configs: [{from: c@d, smarthost: 'mail:25'}]`, `email_configs: [{to: a@b, from: c@d}]`, `email_configs: [{to: a@b, smarthost: 'mail:25'}]`, 'email_configs: [null]', 'email_configs: {}', 'email_configs: ', 'email_configs: []',
    `email_configs: [{to: a@b, from: c@d, smarthost: 'mail:25', headers: {Subject: a, subject: b}}]`, `email_configs: [{to: a@b, from: c@d, smarthost: 'mail:25', headers: {Subject: a, To: b}, html: '', require_tls: false, tls_config: {insecure_skip_verify: true}}]`, `email_configs: [{to: a@b, from: c@d, smarthost: 'mail:25', auth_password: a, auth_password_file: b}]`,
    `email_configs: [{to: '', from: c@d, smarthost: 'mail:25'}]`, `email_configs: [{to: a@b, from: c@d, smarthost: mail}]`, `email_configs: [{to: a@b, from: c@d, smarthost: 'mail:25', auth_secret_file: x}]`, `email_configs: [{to: a@b, from: c@d, smarthost: 'mail:25', http_config: {}}]`, `email_configs: [{to: [a@b], from: c@d, smarthost: 'mail:25'}]`,
    'slack_configs: [{}]', `slack_configs: [{api_url: 'https://hooks/a', channel: '#a'}]`, 'slack_configs: [{api_url_file: /f}]', `slack_configs: [{api_url: 'https://hooks/a', api_url_file: /f}]`, `slack_configs: [{api_url: 'https://hooks/a', fields: [{title: a}]}]`, `slack_configs: [{api_url: 'https://hooks/a', fields: [{title: a, value: b, short: true}], mrkdwn_in: [text], short_fields: true}]`,
    `slack_configs: [{api_url: 'https://hooks/a', actions: [{type: button, text: a}]}]`, `slack_configs: [{api_url: 'https://hooks/a', actions: [{type: button, text: a, url: b}]}]`, `slack_configs: [{api_url: 'https://hooks/a', actions: [{type: button, text: a, name: b, confirm: {}}]}]`, `slack_configs: [{api_url: 'https://hooks/a', actions: [{text: a, name: b}]}]`, `slack_configs: [{api_url: 'https://hooks/a', send_resolved: perhaps}]`,
    `slack_configs: [{api_url: 'https://hooks/a', chanel: a}]`, 'slack_configs: [{api_url: }]', `slack_configs: [{api_url: 'https://hooks/a', fields: [null]}]`, `slack_configs: [{app_token: x}]`,
    'webhook_configs: [{}]', `webhook_configs: [{url: 'http://a', max_alerts: 5}]`, `webhook_configs: [{url: 'http://a', max_alerts: -5}]`, `webhook_configs: [{url: 'http://a', max_alerts: 1.5}]`, `webhook_configs: [{url: 'http://a', max_alerts: '5'}]`, `webhook_configs: [{url: 'http://a', max_alerts: 0x1F}]`, `webhook_configs: [{url: 'http://a', max_alerts: 1_000}]`, `webhook_configs: [{url: 'http://a', max_alerts: many}]`, 'webhook_configs: [{url_file: /f}]', `webhook_configs: [{url: 'http://a', timeout: 5s}]`,
    'pagerduty_configs: [{}]', 'pagerduty_configs: [{routing_key: a}]', 'pagerduty_configs: [{service_key: a}]', 'pagerduty_configs: [{routing_key_file: /f}]', 'pagerduty_configs: [{service_key: a, service_key_file: /f}]', 'pagerduty_configs: [{routing_key: a, routing_key_file: /f}]', 'pagerduty_configs: [{routing_key: a, service_key: b}]', `pagerduty_configs: [{routing_key: a, url: 'https://p'}]`, 'pagerduty_configs: [{routing_key: a, url: p}]',
    'pagerduty_configs: [{routing_key: a, details: {x: y}, images: [{src: a, alt: b, href: c}], links: [{href: a, text: b}], source: s, class: c, group: g, component: d, severity: e, client: f, client_url: g}]', 'pagerduty_configs: [{routing_key: a, links: [{url: a}]}]', 'pagerduty_configs: [{routing_key: a, details: [x]}]', 'pagerduty_configs: [{routing_key: 5}]', 'pagerduty_configs: [{routing_key: a, timeout: 1m}]',
    'opsgenie_configs: [{}]', 'opsgenie_configs: [{api_key: a}]', 'opsgenie_configs: [{api_key_file: /f}]', 'opsgenie_configs: [{api_key: a, api_key_file: /f}]', 'opsgenie_configs: [{api_key: a, responders: [{type: team}]}]', 'opsgenie_configs: [{api_key: a, responders: [{type: Team, name: b}]}]', 'opsgenie_configs: [{api_key: a, responders: [{type: crowd, name: b}]}]', 'opsgenie_configs: [{api_key: a, responders: [{name: b}]}]', 'opsgenie_configs: [{api_key: a, responders: [{name: b, type: "{{ .x }}"}]}]', 'opsgenie_configs: [{api_key: a, priority: P1, tags: "a,b", update_alerts: true, entity: e, actions: f}]', `opsgenie_configs: [{api_key: a, api_url: 'https://o'}]`, 'opsgenie_configs: [{api_key: a, teams: b}]', 'opsgenie_configs: [{api_key: a, responders: [null]}]',
    'victorops_configs: [{}]', 'victorops_configs: [{api_key: a}]', 'victorops_configs: [{api_key: a, routing_key: b}]', 'victorops_configs: [{api_key_file: a, routing_key: b}]', 'victorops_configs: [{api_key: c, api_key_file: a, routing_key: b}]', 'victorops_configs: [{api_key: a, routing_key: b, custom_fields: {entity_id: c}}]', 'victorops_configs: [{api_key: a, routing_key: b, custom_fields: {other: c}}]', 'victorops_configs: [{routing_key: b}]',
    'wechat_configs: [{}]', 'wechat_configs: [{api_secret: a, corp_id: b}]', 'wechat_configs: [{api_secret: a, corp_id: b, message_type: markdown}]', 'wechat_configs: [{api_secret: a, corp_id: b, message_type: html}]', 'wechat_configs: [{api_secret: a}]', 'wechat_configs: [{corp_id: b}]',
    'pushover_configs: [{}]', 'pushover_configs: [{user_key: a, token: b}]', 'pushover_configs: [{user_key: a}]', 'pushover_configs: [{token: a}]', 'pushover_configs: [{user_key: a, token: b, retry: 1m, expire: 1h30m, html: true}]', 'pushover_configs: [{user_key: a, token: b, retry: 1d}]', 'pushover_configs: [{user_key: a, token: b, retry: 60}]', 'pushover_configs: [{user_key: a, token: b, retry: 1.5s}]', 'pushover_configs: [{user_key: a, token: b, retry: -1us}]', 'pushover_configs: [{user_key: a, token: b, retry: 0}]', 'pushover_configs: [{user_key_file: a, token: b}]', 'pushover_configs: [{user_key: a, token: b, retry: ""}]', 'pushover_configs: [{user_key: a, token: b, ttl: 1h}]',
    'sns_configs: [{}]', 'sns_configs: [{topic_arn: a}]', 'sns_configs: [{topic_arn: a, target_arn: b}]', 'sns_configs: [{topic_arn: a, target_arn: b, phone_number: c}]', 'sns_configs: [{phone_number: "+593"}]', 'sns_configs: [{topic_arn: a, sigv4: {access_key: b}}]', 'sns_configs: [{topic_arn: a, sigv4: {access_key: b, secret_key: c, region: d, profile: e, role_arn: f}}]', 'sns_configs: [{topic_arn: a, sigv4: {secret_key: b}}]', 'sns_configs: [{topic_arn: a, sigv4: {user: b}}]', 'sns_configs: [{topic_arn: a, attributes: {b: c}, api_url: anything}]',
    'telegram_configs: [{}]', 'telegram_configs: [{bot_token: a, chat_id: -100}]', 'telegram_configs: [{bot_token: a}]', 'telegram_configs: [{chat_id: 1}]', 'telegram_configs: [{bot_token: a, chat_id: 0}]', `telegram_configs: [{bot_token: a, chat_id: '5'}]`, 'telegram_configs: [{bot_token: a, chat_id: 5, parse_mode: html}]', 'telegram_configs: [{bot_token: a, chat_id: 5, parse_mode: MarkdownV2}]', 'telegram_configs: [{bot_token: a, chat_id: 5, parse_mode: ""}]', 'telegram_configs: [{bot_token_file: a, chat_id: 5}]', 'telegram_configs: [{bot_token: a, chat_id: 99999999999999999999}]', 'telegram_configs: [{bot_token: a, chat_id: 0x0}]', 'telegram_configs: [{bot_token: a, chat_id: 0.5}]', 'telegram_configs: [{bot_token: a, chat_id: 1e3}]', 'telegram_configs: [{bot_token: a, chat_id: 5, disable_notifications: on}]',
    'discord_configs: [{}]', `discord_configs: [{webhook_url: 'https://d/a'}]`, 'discord_configs: [{webhook_url: d}]', 'discord_configs: [{webhook_url_file: /f}]', `discord_configs: [{webhook_url: 'https://d/a', title: a, message: b}]`, `discord_configs: [{webhook_url: '<secret>'}]`,
    'webex_configs: [{}]', 'webex_configs: [{room_id: a}]', 'webex_configs: [{room_id: a, http_config: {authorization: {credentials: b}}}]', 'webex_configs: [{room_id: a, http_config: {bearer_token: b}}]', 'webex_configs: [{room_id: a, http_config: {}}]', 'webex_configs: [{http_config: {authorization: {}}}]', 'webex_configs: [{room_id: a, http_config: {authorization: {}}}]', 'webex_configs: [{room_id: a, http_config: {authorization: }}]',
    `msteams_configs: [{webhook_url: 'https://t/a'}]`, 'jira_configs: []', 'name: again', 'hipchat_configs: []',
  ].map(integration => receiver(integration)),
  receiver('email_configs: [{to: a@b}]', `smtp_smarthost: 'mail:25', smtp_from: c@d`), receiver('email_configs: [{to: a@b}]', `smtp_smarthost: 'mail:25'`), receiver('email_configs: [{to: a@b}]', `smtp_from: c@d, smtp_smarthost: ''`),
  receiver('slack_configs: [{}]', `slack_api_url: 'https://hooks/a'`), receiver('slack_configs: [{}]', 'slack_api_url_file: /f'), receiver('slack_configs: [{api_url: }]', 'slack_api_url_file: ""'), receiver('opsgenie_configs: [{}]', 'opsgenie_api_key: a'), receiver('opsgenie_configs: [{}]', 'opsgenie_api_key_file: a'),
  receiver('opsgenie_configs: [{api_key: a}]', 'opsgenie_api_url: '), receiver('pagerduty_configs: [{routing_key: a}]', 'pagerduty_url: '), receiver(`pagerduty_configs: [{routing_key: a, url: 'http://p'}]`, 'pagerduty_url: '), receiver('victorops_configs: [{routing_key: a}]', 'victorops_api_key_file: b'),
  receiver('wechat_configs: [{}]', 'wechat_api_secret: a, wechat_api_corp_id: b'), receiver('webex_configs: [{room_id: a, http_config: {bearer_token: b}}]', 'webex_api_url: '), receiver('telegram_configs: [{bot_token: a, chat_id: 5}]', 'telegram_api_url: '), receiver('telegram_configs: [{bot_token: a, chat_id: 5}]', 'telegram_api_url: telegram'),
  receiver('webex_configs: [{room_id: a}]', 'http_config: {bearer_token: b}'),
  // HTTP.
  ...['', 'basic_auth: {username: a, password: b}', 'basic_auth: {username: a, password: b, password_file: c}', 'basic_auth: {}', 'basic_auth: {user: a}', 'authorization: {credentials: a}', 'authorization: {credentials: a, credentials_file: b}', 'authorization: {type: Basic}', 'authorization: {type: " basic "}', 'authorization: {type: Token}',
    'bearer_token: a', 'bearer_token: a, bearer_token_file: b', 'bearer_token: a, basic_auth: {}', 'bearer_token_file: a, authorization: {}', 'basic_auth: {}, authorization: {}', 'basic_auth: , authorization: {}', 'oauth2: {}', 'oauth2: {client_id: a, client_secret: b, token_url: c}', 'oauth2: {client_id: a, token_url: c}', 'oauth2: {client_id: a, client_secret_file: b, token_url: c, scopes: [d], endpoint_params: {e: f}}',
    'oauth2: {client_id: a, client_secret: b, client_secret_file: d, token_url: c}', 'oauth2: {client_id: a, client_secret: b}', 'oauth2: {client_id: a, client_secret: b, token_url: c}, basic_auth: {}', 'oauth2: {client_id: a, client_secret: b, token_url: c, tls_config: {ca_file: d}, proxy_url: e}', 'oauth2: {client_id: a, client_secret: b, token_url: c, no_proxy: d}', 'oauth2: {client_id: a, client_secret: b, token_url: c}, bearer_token: d', 'oauth2: {client_id: a, client_secret: b, token_url: c}, authorization: {}',
    'tls_config: {ca_file: a, cert_file: b, key_file: c, server_name: d, insecure_skip_verify: true, min_version: TLS12}', 'tls_config: {min_version: TLS14}', 'tls_config: {min_version: TLS13, max_version: TLS12}', 'tls_config: {min_version: TLS12, max_version: TLS12}', 'tls_config: {cert_file: b}', 'tls_config: {ca: b}', 'follow_redirects: false, enable_http2: false', 'follow_redirects: sometimes', `proxy_url: 'http://p:3128'`, 'proxy_url: p', `proxy_url: '%zz'`, 'proxy_url: ""', `proxy_url: ':p'`,
    'no_proxy: a', 'proxy_from_environment: true', 'proxy_connect_header: {A: [b]}', `proxy_url: 'http://p', proxy_connect_header: {A: [b]}`, `proxy_url: 'http://p', proxy_connect_header: {A: b}`, 'proxy_connect_header: {}', 'tls_config: ', 'headers: {}',
  ].map(http),
  // YAML itself.
  'route: {<<: {receiver: r}}\nreceivers: [{name: r}]', 'route: &a {receiver: r}\nreceivers: [{name: r}]\ninhibit_rules: []', 'route: {receiver: *a}\nreceivers: [{name: r}]', 'route: {receiver: &a r}\nreceivers: [{name: *a}]', 'route: {receiver: r\nreceivers: [{name: r}]', '{route: {receiver: r}, receivers: [{name: r}]}',
  'route:\n\treceiver: r\nreceivers: [{name: r}]', 'route:\n  receiver: "r\nreceivers: [{name: r}]', 'a string', '[]', 'route:\n  receiver: !!str r\nreceivers: [{name: r}]', 'route:\n  receiver: |\n    r\nreceivers:\n- name: "r\\n"', 'route:\n  receiver: 5\nreceivers:\n- name: "5"', 'route:\n  receiver: true\nreceivers:\n- name: "true"', 'route:\n  receiver: "null"\nreceivers:\n- name: "null"',
]

/** What the mutations start from. */
const whole = `global:
  resolve_timeout: 5m
  smtp_from: 'alerts@portal.example'
  smtp_smarthost: 'mail.portal.example:587'
  smtp_auth_username: 'alerts'
  smtp_auth_password_file: '/run/secrets/smtp'
  slack_api_url_file: /run/secrets/slack
templates:
  - '/nowhere/*.tmpl'
time_intervals:
  - name: nights
    time_intervals:
      - times:
          - start_time: '20:00'
            end_time: '24:00'
        weekdays: ['monday:friday']
        days_of_month: ['1:15', '-3:-1']
        location: America/Guayaquil
route:
  receiver: everyone
  group_by: ['alertname', 'component']
  group_wait: 10s
  group_interval: 5m
  repeat_interval: 4h
  routes:
    - match:
        severity: critical
      receiver: on-call
      group_wait: 0s
      continue: true
      routes:
        - matchers:
            - component =~ "api|db"
            - environment != test
          group_by: ['...']
          mute_time_intervals: [nights]
    - match_re:
        service: ^(front|back)$
      receiver: chat
      repeat_interval: 1d
receivers:
  - name: everyone
    email_configs:
      - to: 'team@portal.example'
        require_tls: true
        headers:
          Subject: '[Portal] {{ .GroupLabels.alertname }}'
  - name: on-call
    pagerduty_configs:
      - routing_key_file: /run/secrets/pagerduty
        details: { runbook: '{{ .CommonAnnotations.runbook_url }}' }
    webhook_configs:
      - url: 'http://relay:9095/alert?to=a'
        max_alerts: 10
        http_config:
          basic_auth: { username: relay, password_file: /run/secrets/relay }
          tls_config: { insecure_skip_verify: false }
  - name: chat
    slack_configs:
      - channel: '#alerts'
        send_resolved: true
        text: |
          {{ range .Alerts }}
          • {{ .Annotations.summary }}
          {{ end }}
        fields:
          - { title: Severity, value: '{{ .CommonLabels.severity }}', short: true }
inhibit_rules:
  - source_match: { severity: critical }
    target_match_re: { severity: 'warning|info' }
    equal: ['instance']
  - source_matchers: ['alertname="Down"']
    target_matchers: ['component="api"']
`

test('what it reads is what amtool accepts', { timeout: 120_000 }, async ({ skip }) => {
  if (withoutAmtool) skip(withoutAmtool)
  const configs = [...crafted, whole, ...mutationsOf(whole, 300)]
  const answers = await askAmtool(configs.map(config => ({ config, args: file => ['check-config', file] })))
  const differences = configs.flatMap((config, index) => {
    const answer = answers[index]
    return answer && answer.ok === accepts(config) ? [] : [`${answer?.ok ? 'accepted' : 'refused'} by amtool:\n${config}\n${answer?.ok ? '' : answer?.output}`]
  })
  expect(differences.slice(0, 40)).toEqual([])
  const accepted = answers.slice(0, crafted.length).filter(({ ok }) => ok).length
  expect([accepted > 100, crafted.length - accepted > 100]).toEqual([true, true])
})

/** Copies with one line changed, dropped, doubled or moved; the same at every run. */
function mutationsOf(text: string, count: number): string[] {
  const values = ['', 'null', '~', '5', '-1', '1.5', 'true', 'no', `'no'`, '[]', '{}', 'x', '5m', '0s', 'a=b', `'http://x/'`, '[a, a]', '{a: b}', '"..."', '1_000']
  const fields = ['receiver', 'name', 'match', 'matchers', 'continue', 'url', 'to', 'routes', 'equal', 'unknown', 'group_by', 'http_config', 'send_resolved']
  let seed = 20_261_126
  const below = (limit: number) => (seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31) % limit
  return Array.from({ length: count }, () => {
    const lines = text.split('\n')
    const at = below(lines.length - 1)
    const line = lines[at] ?? ''
    const changed = [
      () => [],
      () => [line, line],
      () => [line.replace(/:( .*)?$/, `: ${values[below(values.length)]}`)],
      () => [line.replace(/:( .*)?$/, `: ${values[below(values.length)]}`)],
      () => [line.replace(/[a-z_]+:/, `${fields[below(fields.length)]}:`)],
      () => [line, line.replace(/\S.*$/, `${fields[below(fields.length)]}: ${values[below(values.length)]}`)],
      () => [line.replace(/- (?=\S)/, `- ${values[below(values.length)]} # `)],
      () => [line.slice(0, Math.max(1, below(line.length + 1)))],
    ]
    lines.splice(at, 1, ...(changed[below(changed.length)]?.() ?? []))
    return lines.join('\n')
  })
}
