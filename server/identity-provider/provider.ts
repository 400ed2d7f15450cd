import { randomBytes, type JsonWebKey } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider, { type Configuration, type KoaContextWithOIDC } from 'oidc-provider'
import { isLanguage, type Language } from '@/lib/domain/language'
import { environment } from '@/lib/platform/env'
import { log } from '@/lib/platform/log'
import { demoAccounts } from './accounts'
import { createMemoryStore } from './memory-store'
import { accountsPage, contentSecurityPolicy, messagePage, signOutPage } from './pages'
import { signingKey } from './signing-key'

interface Options {
  /** Port on the loopback address; 0 takes any that is free. */
  port: number
  /** Origin of Dictamen, where people are sent back to. */
  origin: string
  clientId: string
  clientSecret: string
}

/** The development provider while it runs. */
export interface IdentityProvider {
  issuer: string
  stop: () => Promise<void>
}

/**
 * Starts an OpenID Connect provider with demo accounts and no passwords, on the loopback address alone.
 * Throws where OIDC_ISSUER names a real one: the two never stand side by side.
 */
export async function startIdentityProvider(options: Options): Promise<IdentityProvider> {
  const { OIDC_ISSUER, DATA_DIR } = environment()
  if (OIDC_ISSUER) throw new Error('OIDC_ISSUER is set, so the development provider must not run')
  const key = await signingKey(DATA_DIR)
  const server = createServer()
  const port = await listen(server, options.port)
  const issuer = `http://127.0.0.1:${port}`
  server.on('request', requestHandler(createProvider(issuer, options, key), options.origin))
  return { issuer, stop: () => close(server) }
}

function createProvider(issuer: string, options: Options, key: JsonWebKey): Provider {
  const { clientId, clientSecret, origin } = options
  const configuration: Configuration = {
    adapter: createMemoryStore(),
    clients: [{
      client_id: clientId,
      client_secret: clientSecret,
      redirect_uris: [`${origin}/api/auth/callback/oidc`],
      post_logout_redirect_uris: [`${origin}/signed-out`],
    }],
    jwks: { keys: [key as { kty: string }] },
    cookies: {
      keys: [randomBytes(32).toString('base64url')],
      // Cookies know no port, so these must not meet those of Dictamen on the same address.
      names: { session: 'idp.session', interaction: 'idp.interaction', resume: 'idp.resume' },
    },
    claims: { openid: ['sub', 'acr', 'amr'], profile: ['name'], email: ['email'], groups: ['groups'] },
    // Dictamen reads the ID token alone, so every claim goes there.
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    ttl: { AccessToken: 600, IdToken: 3600, Interaction: 3600, Session: 43_200, Grant: 43_200 },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => { ctx.body = signOutPage(languageOf(ctx.req), form) },
        postLogoutSuccessSource: ctx => { ctx.body = messagePage(languageOf(ctx.req), 'signedOut') },
      },
    },
    clientBasedCORS: () => false,
    findAccount: (_ctx, id) => {
      const account = demoAccounts.find(candidate => candidate.id === id)
      if (!account) return undefined
      const { name, groups } = account
      return { accountId: id, claims: () => ({ sub: id, name, email: `${id}@example.org`, groups: [...groups] }) }
    },
    interactions: { url: (_ctx, interaction) => `${choicePath}${interaction.uid}` },
    loadExistingGrant: grantEverything,
    renderError: (ctx, { error, error_description: description }) => {
      ctx.type = 'html'
      ctx.body = messagePage(languageOf(ctx.req), 'failed', description ?? error)
    },
  }
  const provider = new Provider(issuer, configuration)
  provider.on('server_error', (_ctx, error) => log.error({ error }, 'development identity provider failed'))
  return provider
}

/** Choosing an account is consent enough: there is one client, and it is Dictamen. */
async function grantEverything({ oidc }: KoaContextWithOIDC) {
  const grant = new oidc.provider.Grant({ clientId: oidc.client?.clientId, accountId: oidc.account?.accountId })
  grant.addOIDCScope('openid profile email groups')
  await grant.save()
  return grant
}

const choicePath = '/choose/'

function requestHandler(provider: Provider, origin: string) {
  const rest = provider.callback()
  const policy = contentSecurityPolicy(origin)
  return async (request: IncomingMessage, response: ServerResponse) => {
    response.setHeader('Content-Security-Policy', policy)
    try {
      if (request.url?.startsWith(choicePath)) await choose(provider, request, response)
      else await rest(request, response)
    } catch (error) {
      // An interaction that is over or unknown, most likely: the page was left open for too long.
      log.error({ error }, 'development identity provider could not continue')
      if (!response.headersSent) response.writeHead(400, html).end(messagePage(languageOf(request), 'failed'))
    }
  }
}

const html = { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' }

/** GET shows the accounts; POST takes the choice back to where the client waits for it. */
async function choose(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { uid } = await provider.interactionDetails(request, response)
  if (request.method !== 'POST') {
    response.writeHead(200, html).end(accountsPage(languageOf(request), choicePath + uid))
    return
  }
  const chosen = new URLSearchParams(await readBody(request)).get('account')
  const account = demoAccounts.find(candidate => candidate.id === chosen)
  const result = account
    ? { login: { accountId: account.id, amr: [...account.amr] } }
    : { error: 'access_denied', error_description: 'no account was chosen' }
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false })
}

async function readBody(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const chunk of request.setEncoding('utf8')) {
    body += chunk as string
    if (body.length > 1000) throw new Error('the choice of an account is longer than any account')
  }
  return body
}

function languageOf(request: IncomingMessage): Language {
  const preferred = (request.headers['accept-language'] ?? '').split(',').map(part => part.trim().slice(0, 2))
  return preferred.find(isLanguage) ?? 'es'
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}

function close(server: Server): Promise<void> {
  return new Promise(resolve => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
