import { expect, test } from 'vitest'
import { runChecks } from '../run'
import { found } from '../testing/found'
import { governmentBaseline } from '../testing/government-baseline'
import { envSecrets } from './env-secrets'

const env = (...lines: string[]) => `[env]\n${lines.join('\n')}`

test.each([
  ['settings that anyone may read', env('PORT = "8000"', 'ACCESS_TOKEN_EXPIRE_MINUTES = "30"', 'DB_PASSWORD_FILE = "/run/secrets/db"'), []],
  ['a secret by its name', env('JWT_SECRET = "s3cr3t"'), ['name 3:1']],
  ['a password in an address', env('PORT = "1"', 'DATABASE_URL = "postgres://app:pw@db/app"'), ['password 4:1']],
  ['a key by its shape', env(`SOMETHING = "ghp_${'a1B2c3D4e5F6'.repeat(3)}"`), ['shape 3:1']],
  ['an env of several tables, as older files have it', '[[env]]\nPORT = "1"\n[[env]]\nAPI_KEY = "x"', ['name 5:1']],
  ['a secret for the build', '[build.args]\nNPM_TOKEN = "x"\n[env]', ['name 3:1']],
  ['a command that carries a password', '[processes]\nweb = "serve --password=x"', ['password 3:1']],
  ['a command before a release that does', '[deploy]\nrelease_command = "migrate postgres://app:pw@db/app"', ['password 3:1']],
  ['a process that is called like a secret', '[processes]\ntoken = "serve"', []],
  ['a machine check that carries a password', '[http_service]\n[[http_service.machine_checks]]\ncommand = ["curl", "https://a:pw@portal.example"]', ['password 3:1']],
  ['a check that signs in', '[http_service]\n[[http_service.checks]]\n[http_service.checks.headers]\nAuthorization = "Bearer x"', ['header 5:1']],
  ['a check that signs in, as older files have it', '[http_service]\n[[http_service.checks]]\nheaders = [{ name = "X-Api-Key", value = "x" }]', ['header 4:12']],
  ['a check that says who it is', '[checks.alive]\nport = 80\ntype = "http"\n[checks.alive.headers]\nUser-Agent = "check"\n[env]', []],
])('%s', (_, text, expected) => {
  expect(found(envSecrets, `app = "portal"\n${text}`)).toEqual(expected)
})

test('what is found does not hold the secret', () => {
  const bytes = new TextEncoder().encode(`app = "portal"\n${env('JWT_SECRET = "s3cr3t"', 'DATABASE_URL = "postgres://app:s3cr3t@db/app"')}`)
  const [file] = runChecks([{ name: 'fly.toml', bytes }], governmentBaseline, '2026-11-26')
  expect(file?.findings.filter(one => one.check === envSecrets.id).length).toBe(2)
  expect(JSON.stringify(file)).not.toContain('s3cr3t')
})
