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

const off = /^(0|false|no|off|disabled?|none)$/i
const on = /^(1|true|yes|on|enabled?)$/i

function weakness({ name, value }: FlyVariable) {
  const upper = name.toUpperCase()
  if (/^(NODE_TLS_REJECT_UNAUTHORIZED|PYTHONHTTPSVERIFY)$/.test(upper) && off.test(value)) return 'unverified'
  if (/(^|_)(SSL|TLS|HTTPS)_?(NO_?VERIFY|SKIP_VERIFY|INSECURE)$|(^|_)INSECURE_(SSL|TLS)$|^GIT_SSL_NO_VERIFY$/.test(upper) && on.test(value)) return 'unverified'
  if (/(^|_)(SSL|TLS)_?VERIFY$|(^|_)VERIFY_(SSL|TLS)$/.test(upper) && off.test(value)) return 'unverified'
  const mode = /[?&;\s](?:sslmode|ssl-mode|ssl|tls)=([\w-]+)/i.exec(` ${value}`)?.[1] ?? (/(^|_|PG)(SSL_?MODE|SSL|TLS|USE_(SSL|TLS))$/.test(upper) ? value : '')
  if (off.test(mode)) return 'tls-off'
  if (/^(allow|prefer|preferred)$/i.test(mode)) return 'tls-optional'
  if (/^(ALLOW|PERMIT|RUN|START|ENABLE)_?(NO|WITHOUT)_?(DB|DATABASE)$|^(SKIP|NO|DISABLE)_(DB|DATABASE)$/.test(upper) && on.test(value)) return 'no-database'
  if (/^(DEBUG|APP_DEBUG|FLASK_DEBUG|DJANGO_DEBUG|UVICORN_RELOAD|RELOAD)$|_DEBUG(_MODE)?$|^DEBUG_MODE$/.test(upper) && on.test(value)) return 'debug'
  if (/(^|_)LOG_?LEVEL$|^RUST_LOG$/.test(upper) && /^(debug|trace|all)$/i.test(value)) return 'debug-log'
  if (/^(ENV|ENVIRONMENT|APP_ENV|NODE_ENV|RAILS_ENV|FLASK_ENV|DEPLOY_ENV)$/.test(upper) && /^(dev|development|test|testing|local|staging)$/i.test(value))
    return 'not-production'
  return null
}
