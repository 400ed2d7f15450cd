import { check } from '../check'
import type { FlyVariable } from '../formats/fly-toml-services'

/** No variable turns off what keeps the application safe. */
export const envSafety = check({
  id: 'fly/env-safety',
  format: 'fly-toml',
  subjects: ['environment-variables'],
  findings: {
    'tls-off': 'fail', 'no-database': 'fail', debug: 'fail', unverified: 'fail', 'tls-optional': 'warning', 'debug-log': 'warning',
    'not-production': 'info',
  },
  * run({ env }) {
    for (const variable of env) {
      const key = weakness(variable)
      if (key) yield { key, place: variable.place, values: { name: variable.name } }
    }
  },
})

const off = /^(0|f|false|n|no|off|disabled?|none)$/i
const on = /^(1|t|true|y|yes|on|enabled?)$/i

/** What a variable of such a name turns off by such a value; the first that fits tells. */
const weaknesses = [
  { key: 'unverified', name: /^(NODE_TLS_REJECT_UNAUTHORIZED|PYTHONHTTPSVERIFY)$/, value: off },
  { key: 'unverified', name: /(^|_)(SSL|TLS|HTTPS)_?(NO_?VERIFY|SKIP_VERIFY|INSECURE)$|(^|_)INSECURE_(SSL|TLS)$/, value: on },
  { key: 'unverified', name: /(^|_)(SSL|TLS)_?VERIFY$|(^|_)VERIFY_(SSL|TLS)$/, value: off },
  { key: 'tls-off', name: /^(DISABLE|NO|SKIP|WITHOUT)_(\w+_)?(SSL|TLS)$|(^|_)(SSL|TLS)_(DISABLED?|OFF)$/, value: on },
  { key: 'tls-off', name: /(^|_)(SSL|TLS)_(ENABLED?|REQUIRED?|ON)$/, value: off },
  { key: 'no-database', name: /(^|_)(ALLOW|PERMIT|RUN|START|ENABLE)_?(NO|WITHOUT|MISSING)_?(DB|DATABASE)$/, value: on },
  { key: 'no-database', name: /^(SKIP|NO|DISABLE)_(DB|DATABASE)$|^(DB|DATABASE)_(OPTIONAL|DISABLED)$/, value: on },
  { key: 'no-database', name: /^REQUIRE_(DB|DATABASE)$|^(DB|DATABASE)_REQUIRED?$/, value: off },
  { key: 'debug', name: /^(DEBUG|APP_DEBUG|FLASK_DEBUG|DJANGO_DEBUG|UVICORN_RELOAD|RELOAD)$|_DEBUG(_MODE)?$|^DEBUG_MODE$/, value: on },
  { key: 'debug-log', name: /(^|_)LOG_?LEVEL$|^RUST_LOG$/, value: /^(debug|trace|all)$/i },
  {
    key: 'not-production', name: /^(ENV|ENVIRONMENT|APP_ENV|NODE_ENV|RAILS_ENV|FLASK_ENV|DEPLOY_ENV)$/,
    value: /^(dev|development|test|testing|local|staging)$/i,
  },
] as const

function weakness({ name, value }: FlyVariable) {
  const [upper, plain] = [name.toUpperCase(), value.trim()]
  return weaknesses.find(one => one.name.test(upper) && one.value.test(plain))?.key ?? connectionWeakness(upper, plain)
}

/** What a connection is told of TLS, in an address or a list of settings, or by a variable of its own. */
function connectionWeakness(name: string, value: string) {
  const own = /(^|_|PG)(SSL_?MODE|SSL|TLS)$/.test(name) && !/^(DISABLE|NO|SKIP|WITHOUT)_/.test(name)
  const mode = /[?&;\s](?:sslmode|ssl-mode|ssl|tls)=([\w-]+)/i.exec(` ${value}`)?.[1] ?? (own ? value : '')
  if (off.test(mode)) return 'tls-off'
  return /^(allow|prefer|preferred)$/i.test(mode) ? 'tls-optional' : null
}
