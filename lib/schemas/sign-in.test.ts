import { expect, test } from 'vitest'
import { IdTokenClaims, SignInForm } from './sign-in'

const bare = { iss: 'https://id.example.org', sub: '1' }

test('claims that are missing or of another shape prove nothing and grant nothing', () => {
  const nothing = { ...bare, name: null, email: null, amr: [], acr: null, groups: [] }
  expect(IdTokenClaims.parse(bare)).toEqual(nothing)
  const misshapen = { ...bare, name: 7, email: '', amr: [['otp']], acr: {}, groups: { admin: true } }
  expect(IdTokenClaims.parse(misshapen)).toEqual(nothing)
})

test('a single method or group may come bare', () => {
  expect(IdTokenClaims.parse({ ...bare, amr: 'otp', groups: 'sre' })).toMatchObject({ amr: ['otp'], groups: ['sre'] })
})

test('an account without issuer or subject is none', () => {
  expect(IdTokenClaims.safeParse({ sub: '1' }).success).toBe(false)
  expect(IdTokenClaims.safeParse({ iss: 'https://id.example.org', sub: '' }).success).toBe(false)
})

test.each([
  ['/grupo-gad/items?team=sre', '/grupo-gad/items?team=sre'],
  ['https://evil.example', '/'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['/\t/evil.example', '/'],
  [['/grupo-gad', '/grupo-gad'], '/'],
  [undefined, '/'],
])('after sign-in %s leads to %s', (next, expected) => {
  expect(SignInForm.parse({ next }).next).toBe(expected)
})
