'use server'

import { actionDoor } from '@/lib/doors/action'
import * as delegations from '@/lib/operations/delegations'
import * as groups from '@/lib/operations/group-mappings'
import * as sessions from '@/lib/operations/sessions'
import * as teams from '@/lib/operations/teams'
import * as tokens from '@/lib/operations/tokens'
import * as schemas from '@/lib/schemas/administration'
import { RevokeToken } from '@/lib/schemas/tokens'

export const endSession = actionDoor({ permission: 'session.revoke', input: schemas.EndSession, run: sessions.endSession })
export const endSessions = actionDoor({ permission: 'session.revoke', input: schemas.EndSessions, run: sessions.endSessions })
export const revokeToken = actionDoor({ permission: 'session.revoke', input: RevokeToken, run: tokens.revokeToken })
export const setGroupMapping = actionDoor({ permission: 'group.map', input: schemas.SetGroupMapping, run: groups.setGroupMapping })
export const removeGroupMapping = actionDoor({ permission: 'group.map', input: schemas.RemoveGroupMapping, run: groups.removeGroupMapping })
export const createTeam = actionDoor({ permission: 'team.edit', input: schemas.CreateTeam, run: teams.createTeam })
export const renameTeam = actionDoor({ permission: 'team.edit', input: schemas.RenameTeam, run: teams.renameTeam })
export const deleteTeam = actionDoor({ permission: 'team.edit', input: schemas.DeleteTeam, run: teams.deleteTeam })
export const setDelegation = actionDoor({ permission: 'delegation.set', input: schemas.SetDelegation, run: delegations.setDelegation })
export const endDelegation = actionDoor({ permission: 'delegation.set', input: schemas.EndDelegation, run: delegations.endDelegation })
