import { expect, test } from 'vitest'
import { found } from '../testing/found'
import { envSafety } from './env-safety'

test.each([
  ['TLS to the database', 'PGSSLMODE = "verify-full"', []],
  ['required TLS', 'DB_SSL = "require"', []],
  ['no TLS to the database', 'ASYNC_DB_SSL = "false"', ['tls-off 3:1']],
  ['no TLS by the variable of libpq', 'PGSSLMODE = "disable"', ['tls-off 3:1']],
  ['no TLS in an address', 'DATABASE_URL = "postgres://db/app?pool=5&sslmode=disable"', ['tls-off 3:1']],
  ['no TLS in an address of another database', 'MONGO_URL = "mongodb://db/app?tls=false"', ['tls-off 3:1']],
  ['no TLS in a list of settings', 'DSN = "host=db sslmode=disable"', ['tls-off 3:1']],
  ['no TLS to Redis, as a number', 'REDIS_TLS = 0', ['tls-off 3:1']],
  ['TLS if the database likes', 'PGSSLMODE = "prefer"', ['tls-optional 3:1']],
  ['a certificate that is not looked at', 'NODE_TLS_REJECT_UNAUTHORIZED = "0"', ['unverified 3:1']],
  ['a certificate that is not looked at, the other way to say it', 'REDIS_SSL_VERIFY = "false"', ['unverified 3:1']],
  ['one that is', 'NODE_TLS_REJECT_UNAUTHORIZED = "1"', []],
  ['a start without a database', 'ALLOW_NO_DB = "1"', ['no-database 3:1']],
  ['no start without one', 'ALLOW_NO_DB = "0"', []],
  ['a start without one, called otherwise', 'DB_OPTIONAL = "yes"', ['no-database 3:1']],
  ['a database that need not be there', 'DATABASE_REQUIRED = "false"', ['no-database 3:1']],
  ['a database that must be there', 'DATABASE_REQUIRED = "true"', []],
  ['no TLS, said by what is turned off', 'DISABLE_DB_SSL = "true"', ['tls-off 3:1']],
  ['no TLS, said by what is turned on', 'REDIS_TLS_ENABLED = "off"', ['tls-off 3:1']],
  ['TLS that is not turned off', 'DISABLE_DB_SSL = "false"', []],
  ['TLS that is turned on', 'DB_SSL_ENABLED = "1"', []],
  ['debugging', 'DEBUG = "true"', ['debug 3:1']],
  ['no debugging', 'DEBUG = "false"', []],
  ['which modules may be debugged', 'DEBUG = "app:*"', []],
  ['a talkative log', 'LOG_LEVEL = "DEBUG"', ['debug-log 3:1']],
  ['an environment that is not production', 'ENVIRONMENT = "staging"', ['not-production 3:1']],
  ['production', 'ENVIRONMENT = "production"', []],
  ['a file of certificates', 'SSL_CERT_FILE = "/etc/ssl/cert.pem"', []],
])('%s', (_, line, expected) => {
  expect(found(envSafety, `app = "portal"\n[env]\n${line}`)).toEqual(expected)
})
