import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Auth, raw, skipCSRFCheck } from '@auth/core'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { authConfig, newHandshake, type People, type SessionToStart } from '@/lib/platform/auth-config'
import { completeEnvironment } from '@/lib/platform/env'
import { startIdentityProvider, type IdentityProvider } from './provider'

// Read by the log as it is imported; what fails here is meant to.
vi.hoisted(() => { process.env.LOG_LEVEL = 'silent' })

const origin = 'http://127.0.0.1:4010'
const clientId = 'dictamen'
const clientSecret = 'a-secret-of-the-test'
let folder: string
let provider: IdentityProvider
let claims: Record<string, unknown> | null
let sessions: SessionToStart[]
let refusal: string | null
const spoken = [vi.spyOn(console, 'info'), vi.spyOn(console, 'warn')]

const people: People = {
  admit: async presented => {
    claims = presented
    return refusal === null ? { userId: 'user-1' } : { refusal }
  },
  startSession: async session => void sessions.push(session),
}

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'dictamen-idp-'))
  completeEnvironment({ DATA_DIR: folder })
  await start(0)
  claims = null
  sessions = []
  refusal = null
})

afterEach(async () => {
  await provider.stop()
  await rm(folder, { recursive: true })
})

test('a demo account signs in: its claims are in the ID token, and one session starts', async () => {
  const { answer } = await signIn('sre')
  expect(answer.headers.get('location')).toBe(`${origin}/grupo-gad`)
  expect(claims).toMatchObject({
    iss: provider.issuer, sub: 'sre', name: 'Diego Herrera', email: 'sre@example.org',
    amr: ['pwd', 'otp'], groups: ['dictamen-role-owner', 'dictamen-team-sre'],
  })
  expect(sessions).toEqual([{
    token: expect.stringMatching(/^[\w-]{43}$/), userId: 'user-1', expiresAt: expect.any(Date),
    idToken: expect.stringMatching(/^ey/), replacedToken: 'held',
  }])
  const cookie = answer.headers.getSetCookie().find(line => line.startsWith('dictamen.session='))
  expect(cookie).toContain(`dictamen.session=${sessions[0]?.token};`)
  expect(cookie).toMatch(/Path=\/;.*HttpOnly; SameSite=Lax/i)
})

test('an account without a second factor says so', async () => {
  await signIn('nomfa')
  expect(claims).toMatchObject({ amr: ['pwd'] })
})

test('who is refused gets no session', async () => {
  refusal = 'no_group'
  const { answer } = await signIn('nogroup')
  expect(answer.headers.get('location')).toBe(`${origin}/refused?reason=no_group`)
  expect(sessions).toEqual([])
  expect(answer.headers.getSetCookie().join()).not.toContain('dictamen.session')
})

test('an answer that was not asked for, or is used twice, opens nothing', async () => {
  const { answered, cookies } = await signIn('sre')
  for (const held of ['', cookies]) {
    const answer = await callback(answered, held)
    expect(answer.headers.get('location')).toMatch(`${origin}/sign-in?error=`)
  }
  expect(sessions).toHaveLength(1)
})

test('the browser is asked nothing on its way out, and a token from before a restart still counts', async () => {
  const { browser } = await signIn('sre')
  const idToken = sessions[0]?.idToken ?? ''
  const leave = new URL('/session/end', provider.issuer)
  leave.searchParams.set('id_token_hint', idToken)
  leave.searchParams.set('post_logout_redirect_uri', `${origin}/signed-out`)
  expect(await (await browser.get(leave)).text()).toContain('<script>')
  await provider.stop()
  await start(Number(new URL(provider.issuer).port))
  expect((await browser.get(leave)).status).toBe(200)
})

test('it does not run beside a real provider', async () => {
  completeEnvironment({ OIDC_ISSUER: 'https://id.example.org' })
  await expect(startIdentityProvider({ port: 0, origin, clientId, clientSecret })).rejects.toThrow('OIDC_ISSUER')
})

test('it warns of nothing that is meant to be so', async () => {
  await signIn('sre')
  for (const spy of spoken) expect(spy).not.toHaveBeenCalled()
})

async function start(port: number): Promise<void> {
  completeEnvironment({ OIDC_ISSUER: undefined })
  provider = await startIdentityProvider({ port, origin, clientId, clientSecret })
  completeEnvironment({
    AUTH_URL: origin, AUTH_SECRET: 's'.repeat(32),
    OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret,
  })
}

/** Goes all the way: the form of Dictamen, the provider's page, and back. */
async function signIn(account: string) {
  const request = new Request(`${origin}/api/auth/signin/oidc`, {
    method: 'POST', body: new URLSearchParams({ callbackUrl: '/grupo-gad' }),
  })
  const { redirect, cookies: set = [] } = await Auth(request, { ...authConfig(people, newHandshake(null)), raw, skipCSRFCheck })
  const cookies = set.map(({ name, value }) => `${name}=${value}`).join('; ')
  const browser = new Browser()
  const page = await browser.get(new URL(redirect ?? ''))
  expect(await page.text()).toContain(`value="${account}"`)
  const answered = await browser.post(new URL(page.url), new URLSearchParams({ account }))
  return { answer: await callback(answered, cookies), answered, cookies, browser }
}

function callback(url: URL, cookie: string): Promise<Response> {
  return Auth(new Request(url, { headers: { cookie } }), authConfig(people, newHandshake('held')))
}

/** Keeps cookies and follows redirects as far as Dictamen. */
class Browser {
  private readonly cookies = new Map<string, string>()

  async get(url: URL): Promise<Response> {
    const response = await this.send(url, {})
    const next = response.headers.get('location')
    return next === null ? response : this.get(new URL(next, url))
  }

  async post(url: URL, body: URLSearchParams): Promise<URL> {
    let response = await this.send(url, { method: 'POST', body })
    for (;;) {
      const next = new URL(response.headers.get('location') ?? '', url)
      if (next.origin === origin) return next
      response = await this.send(next, {})
    }
  }

  private async send(url: URL, init: RequestInit): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(url, { ...init, redirect: 'manual', headers: { cookie } })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      this.cookies.set(name, value)
    }
    return response
  }
}
