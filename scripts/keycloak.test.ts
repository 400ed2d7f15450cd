import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { authConfig, newHandshake } from '@/lib/platform/auth-config'
import { completeEnvironment, environmentVariables, parseEnvironment } from '@/lib/platform/env'
import { developmentGroupMappings } from '@/server/identity-provider/accounts'

interface Mapper { protocolMapper: string; config: Record<string, string> }
interface Execution { authenticator?: string; flowAlias?: string; requirement: string; authenticatorConfig?: string }
interface Realm {
  realm: string
  groups: { name: string }[]
  clients: [{
    clientId: string, secret: string, publicClient: boolean, redirectUris: string[], attributes: Record<string, string>
    standardFlowEnabled: boolean, implicitFlowEnabled: boolean, directAccessGrantsEnabled: boolean, defaultClientScopes: string[]
  }]
  clientScopes: { name: string; protocolMappers: Mapper[] }[]
  requiredActions: { alias: string; enabled: boolean; defaultAction: boolean }[]
  authenticationFlows: { alias: string; authenticationExecutions: Execution[] }[]
  authenticatorConfig: { alias: string; config: Record<string, string> }[]
  browserFlow: string
  users?: unknown
  ssoSessionMaxLifespan: number
  [policy: `otpPolicy${string}`]: unknown
}

interface Keycloak {
  image: string
  command: string[]
  volumes: string[]
  environment: Record<string, string>
}

const file = 'docker/keycloak/dictamen-realm.json'
const text = readFileSync(file, 'utf8')
const realm = JSON.parse(text) as Realm
const { keycloak, app } = (parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true }) as { services: Record<'keycloak' | 'app', Keycloak> }).services
const [client] = realm.clients

describe('the realm', () => {
  test('is where Keycloak looks for it, and takes from the environment only what it is given', () => {
    expect(keycloak.command).toEqual(['start', '--import-realm'])
    expect(keycloak.volumes).toEqual([`./${file}:/opt/keycloak/data/import/dictamen-realm.json:ro`])
    const taken = new Set([...text.matchAll(/\$\{(\w+)\}/g)].map(([, name = '']) => name))
    expect([...taken].sort()).toEqual(['AUTH_URL', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'])
    // Both are told the same, so both know one client and one address.
    for (const name of taken) expect(keycloak.environment[name], name).toBe(app.environment[name])
  })

  test('holds no secret and nobody', () => {
    expect(client.secret).toBe('${OIDC_CLIENT_SECRET}')
    expect(realm.users).toBeUndefined()
  })

  test('has the groups that the shipped mapping knows', () => {
    expect(realm.groups.map(({ name }) => name).sort()).toEqual(developmentGroupMappings.map(({ group }) => group).sort())
  })

  test('is the issuer that .env.example names', () => {
    expect(keycloak.environment.KC_HOSTNAME).toMatch(/^\$\{KEYCLOAK_URL:\?/)
    expect(readFileSync('.env.example', 'utf8')).toMatch(new RegExp(`KEYCLOAK_URL/realms/${realm.realm}\\nOIDC_ISSUER=`))
  })
})

describe('the client', () => {
  const asked = askedOfTheProvider()

  test('sends people back where the application waits for them', () => {
    expect(client.redirectUris).toEqual(['${AUTH_URL}/api/auth/callback/oidc'])
    expect(client.attributes['post.logout.redirect.uris']).toBe('${AUTH_URL}/signed-out')
  })

  test('demands the proof key that the application sends, and no flow that it does not use', () => {
    expect(asked.checks).toContain('pkce')
    expect(client.attributes['pkce.code.challenge.method']).toBe('S256')
    const { publicClient, standardFlowEnabled, implicitFlowEnabled, directAccessGrantsEnabled } = client
    expect({ publicClient, standardFlowEnabled, implicitFlowEnabled, directAccessGrantsEnabled })
      .toEqual({ publicClient: false, standardFlowEnabled: true, implicitFlowEnabled: false, directAccessGrantsEnabled: false })
  })

  test('has every scope that the application asks for', () => {
    const scopes = realm.clientScopes.map(({ name }) => name)
    expect(client.defaultClientScopes.filter(name => !scopes.includes(name))).toEqual([])
    expect(asked.scopes.filter(name => name !== 'openid' && !client.defaultClientScopes.includes(name))).toEqual([])
  })

  // Scopes that are declared replace those that Keycloak brings, so what it would bring must be among them.
  test.each([
    ['the subject', 'oidc-sub-mapper', {}],
    ['the name', 'oidc-full-name-mapper', {}],
    ['the e-mail address', 'oidc-usermodel-attribute-mapper', { 'claim.name': 'email' }],
    ['groups by their bare names', 'oidc-group-membership-mapper', { 'claim.name': 'groups', 'full.path': 'false' }],
    ['how the person signed in', 'oidc-amr-mapper', {}],
  ])('gets %s in the ID token', (_, protocolMapper, config) => {
    const mappers = realm.clientScopes.filter(({ name }) => client.defaultClientScopes.includes(name)).flatMap(scope => scope.protocolMappers)
    expect(mappers).toContainEqual(expect.objectContaining({
      protocolMapper, config: expect.objectContaining({ ...config, 'id.token.claim': 'true' }),
    }))
  })
})

describe('signing in', () => {
  const executions = (alias: string) => realm.authenticationFlows.find(flow => flow.alias === alias)?.authenticationExecutions ?? []
  const forms = executions(executions(realm.browserFlow).find(({ flowAlias }) => flowAlias)?.flowAlias ?? '')
  const reference = ({ authenticatorConfig }: Execution) =>
    realm.authenticatorConfig.find(({ alias }) => alias === authenticatorConfig)?.config

  test('takes a password and a one-time password from everybody', () => {
    expect(forms.map(({ authenticator, requirement }) => [authenticator, requirement])).toEqual([
      ['auth-username-password-form', 'REQUIRED'], ['auth-otp-form', 'REQUIRED'],
    ])
  })

  test('names in `amr` what the application takes for a second factor, as long as the session lasts', () => {
    const methods = forms.map(execution => reference(execution)?.['default.reference.value'] ?? '')
    expect(methods).toEqual(['pwd', 'otp'])
    const second = environmentVariables.OIDC_REQUIRED_AMR.parse(undefined)
    expect(methods.filter(method => second.includes(method))).toEqual(['otp'])
    for (const execution of forms)
      expect(reference(execution)?.['default.reference.maxAge']).toBe(String(realm.ssoSessionMaxLifespan))
  })

  test('has everybody set up an authenticator that common apps understand', () => {
    expect(realm.requiredActions).toContainEqual(expect.objectContaining({ alias: 'CONFIGURE_TOTP', enabled: true, defaultAction: true }))
    expect(realm).toMatchObject({
      otpPolicyType: 'totp', otpPolicyAlgorithm: 'HmacSHA1', otpPolicyDigits: 6, otpPolicyPeriod: 30, otpPolicyCodeReusable: false,
    })
  })
})

/** What the application asks of a provider. */
function askedOfTheProvider(): { checks: string[]; scopes: string[] } {
  completeEnvironment(parseEnvironment({
    OIDC_ISSUER: 'https://id.example.org/realms/dictamen', OIDC_CLIENT_ID: 'dictamen', OIDC_CLIENT_SECRET: 'x', AUTH_URL: 'https://dictamen.example.org',
    AUTH_SECRET: 'x'.repeat(32),
  }))
  const people = { admit: () => Promise.reject(new Error('nobody signs in')), startSession: () => Promise.resolve() }
  const [provider] = authConfig(people, newHandshake(null)).providers as unknown as { checks: string[]; authorization: { params: { scope: string } } }[]
  return { checks: provider?.checks ?? [], scopes: provider?.authorization.params.scope.split(' ') ?? [] }
}
