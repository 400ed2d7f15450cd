import { expect, test } from 'vitest'
import { found } from '../testing/found'
import { port } from './port'

const fly = (more = '', internal = 8000) => ({ others: { 'fly.toml': `app = "portal"\n${more}\n[http_service]\ninternal_port = ${internal}` } })

test.each([
  ['no fly.toml, and so nothing to hold it against', 'EXPOSE 9000', {}, ['alone 1:1']],
  ['the port that is exposed', 'EXPOSE 8000', fly(), []],
  ['a range that holds it', 'EXPOSE 7000-9000/tcp', fly(), []],
  ['another that is exposed', 'EXPOSE 9000', fly(), ['exposed 2:1']],
  ['one of several', 'EXPOSE 9000 8000', fly(), []],
  ['a command with the port', 'CMD ["uvicorn", "portal:app", "--port", "8000"]', fly(), []],
  ['a command with another', 'CMD ["uvicorn", "portal:app", "--port", "9000"]', fly(), ['command 2:1']],
  ['a command with another, in an address', 'CMD gunicorn -b 0.0.0.0:9000 portal:app', fly(), ['command 2:1']],
  ['a command with another, joined by a sign', 'CMD ["gunicorn", "--bind=[::]:9000"]', fly(), ['command 2:1']],
  ['a command that says it, and EXPOSE that does not', 'EXPOSE 9000\nCMD ["uvicorn", "--port", "8000"]', fly(), ['exposed-otherwise 2:1']],
  ['a variable of the image', 'ENV PORT=9000\nCMD uvicorn --port ${PORT}', fly(), ['command 3:1']],
  ['a variable that fly.toml sets', 'ENV PORT=9000\nCMD uvicorn --port ${PORT}', fly('[env]\nPORT = "8000"'), []],
  ['a variable that the command itself gives a value', 'CMD uvicorn --port ${PORT:-9000}', fly(), ['command 2:1']],
  ['a program that fly.toml starts instead', 'EXPOSE 8000\nCMD ["uvicorn", "--port", "9000"]', fly('[processes]\nweb = "serve"'), []],
  ['nothing said', 'USER app', fly(), ['not-told 1:1']],
  ['a fly.toml without a service', 'EXPOSE 9000', { others: { 'fly.toml': 'app = "portal"\n[env]\nA = "1"' } }, []],
])('%s', (_, lines, given, expected) => {
  expect(found(port, `FROM python:3.13\n${lines}`, given)).toEqual(expected)
})
