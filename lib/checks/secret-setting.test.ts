import { expect, test } from 'vitest'
import { secretSign } from './secret-setting'

// Put together here, so that no scanner of this repository takes them for real.
const key = (prefix: string, length: number) => prefix + 'a1B2c3D4e5F6g7H8'.repeat(5).slice(0, length)

test.each([
  ['a password', 'DB_PASSWORD', 'hunter2', 'name'],
  ['a number as password', 'PASSWORD', '123456', 'name'],
  ['a token', 'TELEGRAM_TOKEN', 'abc', 'name'],
  ['a key of an API', 'STRIPE_API_KEY', 'abc', 'name'],
  ['a name in camel case', 'jwtSecret', 'abc', 'name'],
  ['a password of an administrator', 'DB_PASSWORD_ADMIN', 'abc', 'name'],
  ['a key of an application', 'APP_KEY', 'abc', 'name'],
  ['the secret of sessions', 'SECRET_KEY_BASE', 'abc', 'name'],
  ['an address with a password', 'DATABASE_URL', 'postgres://app:pw@db.internal:5432/app', 'password'],
  ['an address with a password and no user', 'REDIS_URL', 'redis://:pw@cache:6379', 'password'],
  ['a list of settings with a password', 'DB_DSN', 'host=db user=app password=pw', 'password'],
  ['a password behind a question mark', 'JDBC', 'jdbc:postgresql://db/app?user=a&password=pw', 'password'],
  ['a password in Spanish', 'CLAVE_ADMIN', 'abc', 'name'],
  ['a password in Spanish, with its own letter', 'contraseña', 'abc', 'name'],
  ['a secret in Spanish, without accents', 'DB_CONTRASENA', 'abc', 'name'],
  ['words to search by', 'PALABRAS_CLAVE', 'abc', null],
  ['a key that anyone may know, in Spanish', 'CLAVE_PUBLICA', 'abc', null],
  ['a key of GitHub under any name', 'X', key('ghp_', 36), 'shape'],
  ['a key of AWS', 'AWS_ACCESS_KEY_ID', 'AKIA' + 'Q7WX2ZRT9KLM4VBN', 'shape'],
  ['a private key', 'X', '-----BEGIN RSA ' + key('PRIVATE KEY-----\\n', 64), 'shape'],
  ['a token of a bot', 'X', key('123456789:AA', 33), 'shape'],
  ['a Slack webhook', 'HOOK', key('https://hooks.slack.com/services/T0A1/B2C3/', 24), 'shape'],
  ['a password of a command', 'RUN', 'fetch --user=a --password=pw', 'password'],
  ['a password of a command that comes from elsewhere', 'RUN', 'fetch --password="$(cat /run/secrets/x)"', null],
  ['a password of a command that comes from a variable', 'RUN', 'DB_PASSWORD="$DB_PASSWORD" migrate', null],
  ['an address without a password', 'DATABASE_URL', 'postgres://db.internal:5432/app', null],
  ['an address with a user alone', 'SENTRY_DSN', 'https://abcdef@sentry.example/1', null],
  ['an address whose password comes later', 'DATABASE_URL', 'postgres://app:${DB_PASSWORD}@db/app', null],
  ['nothing', 'DB_PASSWORD', '', null],
  ['a reference', 'DB_PASSWORD', '${DB_PASSWORD}', null],
  ['a file that holds it', 'DB_PASSWORD', '/run/secrets/db', null],
  ['where the file is', 'DB_PASSWORD_FILE', 'db.txt', null],
  ['how long a token lasts', 'ACCESS_TOKEN_EXPIRE_MINUTES', '30', null],
  ['how many tokens', 'MAX_TOKENS', '4096', null],
  ['how a token is signed', 'JWT_SECRET_ALGORITHM', 'HS256', null],
  ['a switch', 'REQUIRE_PASSWORD', 'true', null],
  ['a key that anyone may know', 'JWT_PUBLIC_KEY', 'abc', null],
  ['a name that holds another word', 'COMPASS', 'north', null],
  ['a bypass', 'BYPASS_CACHE', '1', null],
  ['a key of something else', 'CACHE_KEY', 'abc', null],
])('%s', (_, name, value, sign) => {
  expect(secretSign(name, value)).toBe(sign)
})
