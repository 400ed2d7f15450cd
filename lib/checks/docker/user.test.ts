import { expect, test } from 'vitest'
import { found } from '../testing/found'
import { user } from './user'

const built = 'FROM python:3.13 AS build\nUSER builder\n'
const deploys = (target: string) => ({ others: { 'fly.toml': `app = "portal"\n[build]\nbuild-target = "${target}"` } })

test.each([
  ['a user', 'FROM python:3.13\nUSER app', {}, []],
  ['a number', 'FROM python:3.13\nUSER 1000:1000', {}, []],
  ['no user', 'FROM python:3.13\nRUN true', {}, ['none 1:1']],
  ['a user of another stage', `${built}FROM python:3.13`, {}, ['none 3:1']],
  ['a user of the stage it is built on', `${built}FROM build`, {}, []],
  ['root', 'FROM python:3.13\nUSER root', {}, ['root 2:1']],
  ['the number of root', 'FROM python:3.13\nUSER 0:0', {}, ['root 2:1']],
  ['a user, and root again', 'FROM python:3.13\nUSER app\nRUN true\nUSER root', {}, ['root 4:1']],
  ['root, and a user in the end', 'FROM python:3.13\nUSER root\nRUN true\nUSER app', {}, []],
  ['a user that whoever builds decides', 'FROM python:3.13\nARG APP_USER=app\nUSER ${APP_USER}', {}, ['open-variable 3:1']],
  ['root that whoever builds may change', 'FROM python:3.13\nARG APP_USER=root\nUSER ${APP_USER}', {}, ['root 3:1']],
  ['a user of the environment', 'FROM python:3.13\nENV APP_USER=app\nUSER ${APP_USER}', {}, []],
  ['a user that nothing says', 'FROM python:3.13\nUSER $APP_USER', {}, ['open-variable 2:1']],
  ['no user, on an image that nothing says', 'FROM base-${TARGETARCH}\nRUN true', {}, ['open-variable 1:1']],
  ['an image that has another user', 'FROM gcr.io/distroless/python3-debian12:nonroot', {}, []],
  ['the stage that is deployed, where it is not the last', 'FROM python:3.13 AS prod\nUSER app\nFROM prod AS tests\nUSER root', deploys('prod'), []],
  ['the stage that is deployed, as root', 'FROM python:3.13 AS prod\nUSER root\nFROM prod AS tests\nUSER app', deploys('Prod'), ['root 2:1']],
])('%s', (_, text, given, expected) => {
  expect(found(user, text, given)).toEqual(expected)
})
