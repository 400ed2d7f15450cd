import { redirect } from 'next/navigation'
import type { Language } from '@/lib/domain/language'
import type { Result } from '@/lib/domain/result'
import { createAuth } from '@/lib/platform/auth'
import type { SessionToStart } from '@/lib/platform/auth-config'
import { environment } from '@/lib/platform/env'
import { usesDevelopmentProvider } from '@/lib/platform/identity-provider'
import { log } from '@/lib/platform/log'
import { noteAction } from '@/lib/platform/rendering'
import { IdTokenClaims, SignInForm } from '@/lib/schemas/sign-in'
import { fieldsOf } from './form-fields'
import { currentLanguage } from './session'

interface SignInDoor {
  recordSignIn: (presented: IdTokenClaims & { language: Language }, now: Date) => Promise<Result<{ userId: string }>>
  startSession: (session: SessionToStart, now: Date) => Promise<Result<null>>
}

/**
 * The way in: `begin` takes the sign-in form and sends the browser to the identity provider, `callback` takes
 * the provider's answer and ends in a session, at /refused, or at /sign-in with an error.
 */
export function signInDoor(door: SignInDoor) {
  const auth = createAuth({
    admit: async claims => {
      const presented = { ...IdTokenClaims.parse(claims), language: await currentLanguage() }
      const result = await door.recordSignIn(presented, new Date())
      if (result.ok) return result.value
      log.warn({ reason: result.failure.code }, 'sign-in refused')
      return { refusal: result.failure.code }
    },
    startSession: async session => {
      const result = await door.startSession(session, new Date())
      if (!result.ok) throw new Error(`no session was started: ${result.failure.code}`)
    },
  })
  const begin = async (form: FormData): Promise<void> => {
    noteAction()
    const { next, again } = SignInForm.parse(fieldsOf(form))
    // Without being told, a provider with a session of its own would let the same account in again.
    redirect(await auth.begin(next, again ? { prompt: 'login' } : {}))
  }
  return { callback: auth.callback, begin }
}

/** What the pages outside say beside their words. */
export function outside(): { supportContact: string; demonstration: boolean } {
  return { supportContact: environment().SUPPORT_CONTACT, demonstration: usesDevelopmentProvider() }
}
