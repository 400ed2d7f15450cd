import { environment } from './env'
import { log } from './log'

/** Whether people sign in at the development provider, where demo accounts are. */
export function usesDevelopmentProvider(): boolean {
  const { OIDC_ISSUER, OIDC_PROVIDER_PORT } = environment()
  return OIDC_ISSUER === `http://127.0.0.1:${OIDC_PROVIDER_PORT}`
}

// One that takes a connection and says nothing would be waited for without end.
const longestMilliseconds = 5_000

/** `fetch` for the provider. Throws where its whole answer is not there within 5 s. */
export const askProvider: typeof fetch = async (address, init) => {
  const answer = await fetch(address, { ...init, signal: AbortSignal.timeout(longestMilliseconds) })
  // A body that never ends is no answer either.
  await answer.clone().arrayBuffer()
  return answer
}

/**
 * Where to send the browser so that the provider's session ends as well; null where the provider offers no
 * such page or does not answer. It sends the browser back to `/signed-out`.
 */
export async function endSessionUrl(idToken: string | null): Promise<string | null> {
  const { AUTH_URL, OIDC_CLIENT_ID } = environment()
  const endpoint = await endSessionEndpoint()
  if (endpoint === null) return null
  const url = new URL(endpoint)
  if (idToken !== null) url.searchParams.set('id_token_hint', idToken)
  if (OIDC_CLIENT_ID) url.searchParams.set('client_id', OIDC_CLIENT_ID)
  url.searchParams.set('post_logout_redirect_uri', new URL('/signed-out', AUTH_URL).href)
  return url.href
}

async function endSessionEndpoint(): Promise<string | null> {
  const issuer = environment().OIDC_ISSUER ?? ''
  try {
    const discovery = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
    const answer = await askProvider(discovery, { cache: 'no-store' })
    if (!answer.ok) throw new Error(`discovery answered ${answer.status}`)
    const { end_session_endpoint: endpoint } = await answer.json() as { end_session_endpoint?: unknown }
    return typeof endpoint === 'string' ? endpoint : null
  } catch (error) {
    log.warn({ error, issuer }, 'the identity provider was not asked to end its session')
    return null
  }
}
