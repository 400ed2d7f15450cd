import { expect, test } from 'vitest'
import { found } from '../testing/found'
import { command } from './command'

test.each([
  ['a list', 'CMD ["uvicorn", "portal:app"]', []],
  ['a list beside an entrypoint', 'ENTRYPOINT ["uvicorn"]\nCMD ["portal:app"]', []],
  ['a shell', 'CMD uvicorn portal:app', ['shell-form 2:1']],
  ['a shell that gives its place away', 'CMD exec uvicorn portal:app', []],
  ['a shell that gives its place away in the end', 'CMD migrate && exec uvicorn portal:app', []],
  ['a shell within a list', 'CMD ["sh", "-c", "uvicorn portal:app"]', ['shell-form 2:1']],
  ['a shell within a list that gives its place away', 'CMD ["/bin/bash", "-ec", "exec uvicorn portal:app"]', []],
  ['a list that is none', "CMD ['uvicorn', 'portal:app']", ['broken-list 2:1']],
  ['more rights', 'CMD ["sudo", "uvicorn"]', ['privileges 2:1']],
  ['more rights in a shell', 'ENTRYPOINT exec su app -c uvicorn', ['privileges 2:1']],
  ['a word that begins alike', 'CMD ["supervisord"]', []],
  ['a command that an entrypoint passes over', 'ENTRYPOINT exec start\nCMD ["portal"]', ['command-ignored 3:1']],
  ['the last command alone', 'CMD uvicorn\nCMD ["uvicorn"]', []],
  ['nothing', 'USER app', ['none 1:1']],
])('%s', (_, lines, expected) => {
  expect(found(command, `FROM python:3.13\n${lines}`)).toEqual(expected)
})
