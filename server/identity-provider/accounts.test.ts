import { expect, test } from 'vitest'
import { judgeSignIn } from '@/lib/domain/sign-in'
import { environmentVariables } from '@/lib/platform/env'
import { demoAccounts, developmentGroupMappings } from './accounts'

const required = { amr: environmentVariables.OIDC_REQUIRED_AMR.parse(undefined), acr: [] }
const judge = (id: string) => {
  const account = demoAccounts.find(candidate => candidate.id === id)
  if (!account) throw new Error(`no account ${id}`)
  return judgeSignIn({ ...account, acr: null }, required, developmentGroupMappings)
}

test.each([
  ['secops', ['owner'], ['secops']],
  ['devops', ['owner'], ['devops']],
  ['netops', ['owner'], ['netops']],
  ['sre', ['owner'], ['sre']],
  ['sre2', ['owner'], ['sre']],
  ['backend', ['owner'], ['backend']],
  ['qa', ['owner'], ['qa']],
  ['arquitectura', ['owner'], ['architecture']],
  ['operaciones', ['owner'], ['operations']],
  ['compliance', ['owner'], ['compliance']],
  ['finops', ['owner'], ['finops']],
  ['reviewer', ['reviewer'], []],
  ['cab-chair', ['cab_chair'], []],
  ['cab-security', ['cab_member'], []],
  ['cab-compliance', ['cab_member'], []],
  ['executive', ['executive'], []],
  ['auditor', ['auditor'], []],
  ['admin', ['admin'], []],
  ['admin2', ['admin'], []],
])('%s enters as %j of %j', (id, roles, teams) => {
  expect(judge(id)).toEqual({ admitted: true, roles, teams })
})

test('nomfa is refused for want of a second factor, nogroup for want of a group', () => {
  expect(judge('nomfa')).toEqual({ admitted: false, reason: 'second_factor' })
  expect(judge('nogroup')).toEqual({ admitted: false, reason: 'no_group' })
})

test('every account has an id of its own and a mapped group but nogroup', () => {
  expect(new Set(demoAccounts.map(account => account.id)).size).toBe(demoAccounts.length)
  const mapped = developmentGroupMappings.map(mapping => mapping.group)
  for (const { id, groups } of demoAccounts) {
    expect(groups.length > 0, id).toBe(id !== 'nogroup')
    expect(mapped).toEqual(expect.arrayContaining([...groups]))
  }
})
