import { Auth } from '@auth/core'
import NextAuth from 'next-auth'
import type { NextRequest } from 'next/server'
import { authConfig, newHandshake, type Handshake, type People } from './auth-config'
import { environment } from './env'
import { sessionCookie } from './session-cookie'

/**
 * Auth.js in Next: `begin` gives the address to send a browser to, which then comes back to `next`; `callback` is
 * the handler of the provider's answer. Where the provider does not answer both lead back to the sign-in page.
 */
export function createAuth(people: People) {
  const begin = async (next: string, parameters: Record<string, string>): Promise<string> => {
    const handshake = newHandshake(null)
    const { signIn } = NextAuth(() => authConfig(people, handshake))
    const address = await signIn('oidc', { redirectTo: next, redirect: false }, parameters) as string
    return unansweredAddress(handshake) ?? address
  }
  const callback = async (request: NextRequest): Promise<Response> => {
    const handshake = newHandshake(request.cookies.get(sessionCookie().name)?.value ?? null)
    const answer = await Auth(atOwnAddress(request), authConfig(people, handshake))
    const address = unansweredAddress(handshake)
    return address === null ? answer : Response.redirect(address)
  }
  return { begin, callback }
}

function unansweredAddress({ unanswered }: Handshake): string | null {
  return unanswered ? new URL('/sign-in?error=unanswered', environment().AUTH_URL).href : null
}

/**
 * The request at AUTH_URL. Next calls 127.0.0.1 `localhost`, and the handler of next-auth with it, so that the
 * provider would be shown another address than at the start.
 */
function atOwnAddress({ nextUrl, headers }: NextRequest): Request {
  return new Request(new URL(nextUrl.pathname + nextUrl.search, environment().AUTH_URL), { headers })
}
