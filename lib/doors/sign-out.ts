import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import type { Result } from '@/lib/domain/result'
import { endSessionUrl } from '@/lib/platform/identity-provider'
import { noteAction } from '@/lib/platform/rendering'
import { sessionCookie } from '@/lib/platform/session-cookie'
import type { SignedInViewer } from '@/lib/queries/viewer'
import { currentViewer } from './session'

/** Makes the way out: ends the session, drops the cookie, and lets the provider end its own session. */
export function signOutDoor(
  revoke: (viewer: SignedInViewer, now: Date) => Promise<Result<{ idToken: string | null }>>,
): () => Promise<never> {
  return async () => {
    noteAction()
    const viewer = await currentViewer()
    const ended = viewer && await revoke(viewer, new Date())
    const { name, secure } = sessionCookie()
    const jar = await cookies()
    jar.set(name, '', { httpOnly: true, sameSite: 'lax', path: '/', secure, maxAge: 0 })
    redirect((ended?.ok ? await endSessionUrl(ended.value.idToken) : null) ?? '/signed-out')
  }
}
