import { expect, test } from 'vitest'
import { runChecks } from '../run'
import { found } from '../testing/found'
import { governmentBaseline } from '../testing/government-baseline'
import { secrets } from './secrets'

test.each([
  ['settings that anyone may read', 'ENV PORT=8000 JWT_ALGORITHM=HS256', []],
  ['a secret in the environment', 'ENV PORT=8000 \\\n  DB_PASSWORD=x', ['name 3:3']],
  ['an address with a password', 'ENV DATABASE_URL=postgres://a:x@db/a', ['password 2:5']],
  ['a secret for the build, with a value', 'ARG NPM_TOKEN=x', ['name 2:5']],
  ['a secret for the build, without one', 'ARG NPM_TOKEN', ['argument 2:5']],
  ['a secret from a variable', 'ENV DB_PASSWORD=$FROM_OUTSIDE', []],
  ['a secret from an argument', 'ARG PASS_IN\nENV DB_PASSWORD=${PASS_IN}', []],
  ['a file of variables', 'COPY .env /app/', ['file 2:1']],
  ['a file of variables for production', 'COPY app/.env.production ./', ['file 2:1']],
  ['an example of one', 'COPY .env.example /app/', []],
  ['a private key in a list', 'COPY ["deploy/id_ed25519", "/root/"]', ['file 2:1']],
  ['a key of TLS from another stage', 'COPY --from=build /certs/server.key /certs/', ['file 2:1']],
  ['certificates that anyone may read', 'COPY certs/ca-bundle.pem certs/server.crt /certs/', []],
  ['a folder of keys', 'COPY .ssh/ /root/.ssh/', ['file 2:1']],
  ['a file that only arrives under such a name', 'COPY settings.txt /app/.env', []],
  ['a text that names such a file', 'COPY <<END /app/help.txt\nSee .env for more\nEND', []],
  ['everything', 'COPY . .', ['everything 2:1']],
  ['everything of another stage', 'COPY --from=build . .', []],
  ['a password in a command', 'RUN curl https://a:x@registry.example/x', ['password 2:1']],
  ['a password in a command that is mounted', 'RUN --mount=type=secret,id=t curl --password="$(cat /run/secrets/t)" https://registry.example', []],
])('%s', (_, line, expected) => {
  expect(found(secrets, `FROM python:3.13\n${line}`)).toEqual(expected)
})

test('what is found does not hold the secret', () => {
  const bytes = new TextEncoder().encode('FROM python:3.13\nENV DB_PASSWORD=s3cr3t\nRUN curl https://a:s3cr3t@registry.example\n')
  const [file] = runChecks([{ name: 'Dockerfile', bytes }], governmentBaseline, '2026-11-26')
  expect(file?.findings.filter(one => one.check === secrets.id).length).toBe(2)
  expect(JSON.stringify(file)).not.toContain('s3cr3t')
})
