import { z } from 'zod'
import { roles } from '@/lib/domain/permissions'
import { bilingual, id, key, localDate, text } from './fields'

/** A session goes by the hash of its token, which opens nothing. */
export const EndSession = z.strictObject({ session: z.string('required').regex(/^[0-9a-f]{64}$/, 'unknown') })

export const EndSessions = z.strictObject({ person: id })

/** The name of a group, exactly as the identity provider sends it. */
const group = text(200)

/** What members of a group are here: a role, a team, or both. */
export const SetGroupMapping = z.strictObject({ group, role: z.enum(roles, 'unknown').nullable(), teamKey: key.nullable() })
  .superRefine((input, context) => {
    if (input.role === null && input.teamKey === null)
      context.addIssue({ code: 'custom', path: ['role'], message: 'role_or_team' })
  })

export const RemoveGroupMapping = z.strictObject({ group })

const teamName = bilingual(80)

export const CreateTeam = z.strictObject({ key, name: teamName })

export const RenameTeam = z.strictObject({ key, name: teamName })

export const DeleteTeam = z.strictObject({ key })

/** Who does whose work, from a day to another, both included. */
export const SetDelegation = z.strictObject({
  absentId: id,
  delegateId: id,
  from: localDate,
  until: localDate,
  reason: text(2000).nullable(),
}).superRefine((input, context) => {
  const complain = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message })
  if (input.absentId === input.delegateId) complain('delegateId', 'same_person')
  if (input.until < input.from) complain('until', 'before_start')
})

export const EndDelegation = z.strictObject({ delegation: id })

export type EndSession = z.infer<typeof EndSession>
export type EndSessions = z.infer<typeof EndSessions>
export type SetGroupMapping = z.infer<typeof SetGroupMapping>
export type RemoveGroupMapping = z.infer<typeof RemoveGroupMapping>
export type CreateTeam = z.infer<typeof CreateTeam>
export type RenameTeam = z.infer<typeof RenameTeam>
export type DeleteTeam = z.infer<typeof DeleteTeam>
export type SetDelegation = z.infer<typeof SetDelegation>
export type EndDelegation = z.infer<typeof EndDelegation>
