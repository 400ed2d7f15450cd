import { cookies, headers } from 'next/headers'
import { cache } from 'react'
import { preferredLanguage, type Language } from '@/lib/domain/language'
import { environment } from '@/lib/platform/env'
import { getRequestContext, type SignedInViewer } from '@/lib/queries/viewer'
import { sessionCookie } from '@/lib/platform/session-cookie'

/** Who asks, by the session cookie; null without a session that holds. Asked of the database once a request. */
export const currentViewer = cache(async (): Promise<SignedInViewer | null> => {
  const token = (await cookies()).get(sessionCookie().name)?.value ?? null
  if (token === null) return null
  const limits = { idleMinutes: environment().SESSION_IDLE_MINUTES }
  return (await getRequestContext(token, null, new Date(), limits)).viewer
})

/** The language of whoever asks: as kept for the person, else as the browser prefers, else Spanish. */
export const currentLanguage = cache(async (): Promise<Language> => {
  const viewer = await currentViewer()
  if (viewer) return viewer.language
  return preferredLanguage((await headers()).get('accept-language'))
})
