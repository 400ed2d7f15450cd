import { Auth } from '@auth/core'
import NextAuth from 'next-auth'
import type { NextRequest } from 'next/server'
import { authConfig, type People } from './auth-config'
import { environment } from './env'
import { sessionCookie } from './session-cookie'

/** Auth.js in Next: the step that sends a browser to the provider, and the handler of the provider's answer. */
export function createAuth(people: People) {
  const { signIn } = NextAuth(() => authConfig(people, null))
  const callback = (request: NextRequest) => {
    const heldToken = request.cookies.get(sessionCookie().name)?.value ?? null
    return Auth(atOwnAddress(request), authConfig(people, heldToken))
  }
  return { signIn, callback }
}

/**
 * The request at AUTH_URL. Next calls 127.0.0.1 `localhost`, and the handler of next-auth with it, so that the
 * provider would be shown another address than at the start.
 */
function atOwnAddress({ nextUrl, headers }: NextRequest): Request {
  return new Request(new URL(nextUrl.pathname + nextUrl.search, environment().AUTH_URL), { headers })
}
