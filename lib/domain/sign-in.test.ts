import { describe, expect, test } from 'vitest'
import { judgeSignIn, type GroupMapping } from './sign-in'

const required = { amr: ['otp', 'hwk'], acr: ['loa3'] }
const mappings: GroupMapping[] = [
  { group: 'owners', role: 'owner', teamKey: null },
  { group: 'sre', role: null, teamKey: 'sre' },
  { group: 'qa', role: null, teamKey: 'qa' },
  { group: 'board', role: 'cab_member', teamKey: 'compliance' },
  { group: 'nothing', role: null, teamKey: null },
]
const judge = (claims: { amr?: string[]; acr?: string; groups?: string[] }) =>
  judgeSignIn({ amr: ['otp'], acr: null, groups: ['owners'], ...claims }, required, mappings)

describe('the second factor', () => {
  test.each([
    [{ amr: ['pwd', 'otp'] }, true],
    [{ amr: ['hwk'] }, true],
    [{ amr: ['pwd'] }, false],
    [{ amr: [] }, false],
    [{ amr: [], acr: 'loa3' }, true],
    [{ amr: [], acr: 'loa2' }, false],
    [{ amr: ['OTP'] }, false],
  ])('%j proves one: %s', (claims, proven) => {
    expect(judge(claims).admitted).toBe(proven)
  })

  test('is asked for before groups are', () => {
    expect(judge({ amr: ['pwd'], groups: [] })).toEqual({ admitted: false, reason: 'second_factor' })
  })

  test('is never proven where nothing is required of it', () => {
    const claims = { amr: ['otp'], acr: 'loa3', groups: ['owners'] }
    expect(judgeSignIn(claims, { amr: [], acr: [] }, mappings)).toEqual({ admitted: false, reason: 'second_factor' })
  })
})

describe('groups', () => {
  test('give roles and teams, each once and in order', () => {
    expect(judge({ groups: ['sre', 'board', 'owners', 'qa', 'sre'] }))
      .toEqual({ admitted: true, roles: ['owner', 'cab_member'], teams: ['compliance', 'qa', 'sre'] })
  })

  test('that nobody mapped, or that map to nothing, admit nobody', () => {
    expect(judge({ groups: ['strangers', 'admin', 'nothing'] })).toEqual({ admitted: false, reason: 'no_group' })
  })

  test('a team alone is no role', () => {
    expect(judge({ groups: ['sre'] })).toEqual({ admitted: false, reason: 'no_group' })
  })
})
