import { environment } from './env'

/** Name of the session cookie and whether it is for TLS only; `__Host-` binds it to this host where it is. */
export function sessionCookie(): { name: string; secure: boolean } {
  const secure = environment().AUTH_URL?.startsWith('https:') ?? false
  return { name: secure ? '__Host-dictamen.session' : 'dictamen.session', secure }
}
