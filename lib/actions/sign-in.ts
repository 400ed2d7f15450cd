import { signInDoor } from '@/lib/doors/sign-in'
import { startSession } from '@/lib/operations/sessions'
import { recordSignIn } from '@/lib/operations/sign-in'

/** Not a file of actions itself: `callback` is a route's. */
export const { callback, begin } = signInDoor({ recordSignIn, startSession })
