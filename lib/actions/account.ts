'use server'

import { formDoor } from '@/lib/doors/action'
import { signOutDoor } from '@/lib/doors/sign-out'
import * as operations from '@/lib/operations/account'
import { revokeSession } from '@/lib/operations/sessions'
import { SetLanguage } from '@/lib/schemas/account'
import { begin } from './sign-in'

export const setLanguage = formDoor({ permission: 'account.use', input: SetLanguage, run: operations.setLanguage })

/** Needs no permission: who is outside has none. */
export const signIn = begin

/** Needs no permission: who has lost every role may still leave. */
export const signOut = signOutDoor((viewer, now) => revokeSession({ actorId: viewer.userId, now }, viewer.sessionHash))
