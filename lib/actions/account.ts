'use server'

import { actionDoor, formDoor } from '@/lib/doors/action'
import { signOutDoor } from '@/lib/doors/sign-out'
import * as operations from '@/lib/operations/account'
import { endOwnSession } from '@/lib/operations/sessions'
import * as tokens from '@/lib/operations/tokens'
import { SetLanguage } from '@/lib/schemas/account'
import * as schemas from '@/lib/schemas/tokens'
import { begin } from './sign-in'

export const setLanguage = formDoor({ permission: 'account.use', input: SetLanguage, run: operations.setLanguage })

/** Needs no permission: who is outside has none. */
export const signIn = begin

/** Needs no permission: who has lost every role may still leave. */
export const signOut = signOutDoor(endOwnSession)

/** A person makes a token for their programs; its secret is answered this once. */
export const createToken = actionDoor({ permission: 'account.use', input: schemas.CreateToken, run: tokens.createToken })
export const revokeOwnToken = actionDoor({ permission: 'account.use', input: schemas.RevokeToken, run: tokens.revokeOwnToken })
