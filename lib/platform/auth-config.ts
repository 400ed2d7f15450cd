import { randomBytes } from 'node:crypto'
import { customFetch, type AuthConfig } from '@auth/core'
import type { Adapter } from '@auth/core/adapters'
import { environment } from './env'
import { askProvider } from './identity-provider'
import { log } from './log'
import { sessionCookie } from './session-cookie'

/** What the handshake needs of the rest of Dictamen. */
export interface People {
  /** Judges the claims of a valid ID token: the person's id, or why they are refused. */
  admit: (claims: Record<string, unknown>) => Promise<{ userId: string } | { refusal: string }>
  startSession: (session: SessionToStart) => Promise<void>
}

/** A session that the handshake has earned. */
export interface SessionToStart {
  token: string
  userId: string
  expiresAt: Date
  idToken: string | null
  /** Token that the browser held until now. */
  replacedToken: string | null
}

/** What one request of the handshake comes to: the steps of Auth.js hand nothing of ours from one to the next. */
export interface Handshake {
  /** The session token that the browser sent, if any. */
  heldToken: string | null
  /** The admitted person. */
  userId: string | null
  idToken: string | null
  /** Whether the provider was asked and did not answer. */
  unanswered: boolean
}

/** The beginning of one request of the handshake. */
export function newHandshake(heldToken: string | null): Handshake {
  return { heldToken, userId: null, idToken: null, unanswered: false }
}

/**
 * Auth.js for one request. It does the handshake alone: who may enter, who they are and what a session is
 * decides `people`.
 */
export function authConfig(people: People, handshake: Handshake): AuthConfig {
  const { AUTH_SECRET, OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, SESSION_MAX_HOURS } = environment()
  const { name, secure } = sessionCookie()
  return {
    providers: [{
      id: 'oidc',
      name: 'OpenID Connect',
      type: 'oidc',
      issuer: OIDC_ISSUER,
      clientId: OIDC_CLIENT_ID,
      clientSecret: OIDC_CLIENT_SECRET,
      authorization: { params: { scope: 'openid profile email groups' } },
      checks: ['pkce', 'state', 'nonce'],
      profile: claims => ({ id: claims.sub }),
      [customFetch]: (...request) => askProvider(...request).catch(error => {
        handshake.unanswered = true
        throw error
      }),
    }],
    adapter: handshakeAdapter(people, handshake),
    session: {
      strategy: 'database',
      maxAge: SESSION_MAX_HOURS * 3600,
      generateSessionToken: () => randomBytes(32).toString('base64url'),
    },
    basePath: '/api/auth',
    secret: AUTH_SECRET,
    // The address is AUTH_URL, whatever host a request names.
    trustHost: true,
    useSecureCookies: secure,
    cookies: { sessionToken: { name, options: { httpOnly: true, sameSite: 'lax', path: '/', secure } } },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    callbacks: {
      signIn: async ({ account, profile }) => {
        const verdict = await people.admit({ ...profile })
        if ('refusal' in verdict) return `/refused?reason=${verdict.refusal}`
        handshake.userId = verdict.userId
        handshake.idToken = account?.id_token ?? null
        return true
      },
    },
    logger: {
      // Auth.js wraps what went wrong; its own message is a link to its documentation.
      error: error => {
        const level = endedByBrowser.has(error.name) ? 'warn' : 'error'
        log[level]({ kind: error.name, cause: causeOf(error) }, 'sign-in failed')
      },
      warn: code => log.warn({ code }, 'sign-in'),
      debug: () => undefined,
    },
  }
}

/** What a browser can bring about by itself: an answer that nobody asked for, or a cancelled sign-in. */
const endedByBrowser = new Set(['InvalidCheck', 'OAuthCallbackError', 'UnknownAction'])

/**
 * The part of a store that one handshake uses. People are known by the provider's account before Auth.js asks,
 * so it never creates, links or looks anybody up by e-mail; and it is shown no session that runs, so that each
 * sign-in makes a new one.
 */
function handshakeAdapter(people: People, handshake: Handshake): Adapter {
  return {
    getUserByAccount: async () => handshake.userId === null ? null : user(handshake.userId),
    createSession: async session => {
      const { sessionToken: token, userId, expires: expiresAt } = session
      const { idToken, heldToken: replacedToken } = handshake
      await people.startSession({ token, userId, expiresAt, idToken, replacedToken })
      return session
    },
    getSessionAndUser: async () => null,
    getUser: never('getUser'),
    getUserByEmail: never('getUserByEmail'),
    createUser: never('createUser'),
    updateUser: never('updateUser'),
    linkAccount: never('linkAccount'),
    updateSession: never('updateSession'),
    deleteSession: never('deleteSession'),
  }
}

// Auth.js wants a user to have an e-mail; it is given none, since nothing here goes by it.
const user = (id: string) => ({ id, email: '', emailVerified: null })

const never = (method: string) => async () => {
  throw new Error(`Auth.js called ${method}, which is no part of the handshake`)
}

/** What lies behind: the provider's own words where it gave any. */
function causeOf(error: Error): string {
  const cause: Error & { error_description?: unknown } = (error.cause as { err?: Error } | undefined)?.err ?? error
  return [cause.name, cause.message, cause.error_description].filter(part => typeof part === 'string').join(': ')
}
