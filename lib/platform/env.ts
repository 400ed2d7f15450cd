import { createPrivateKey } from 'node:crypto'
import { isIP } from 'node:net'
import { z } from 'zod'

const port = z.coerce.number().int().min(1).max(65_535)
const positive = z.coerce.number().int().positive()
const list = z.string().transform(text => text.split(',').map(part => part.trim()).filter(Boolean))

/**
 * Every variable that Dictamen reads, each with its meaning. Nothing else in the code reads the environment;
 * `.env.example` documents the same names.
 */
export const environmentVariables = {
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional().describe('Postgres; absent: an embedded one in DATA_DIR'),
  DATA_DIR: z.string().min(1).default('.data').describe('folder of the embedded database and of locally stored files'),
  HOST: z.string().min(1).default('127.0.0.1').describe('address that the server listens on'),
  PORT: port.default(4010).describe('port that the server listens on'),
  AUTH_URL: z.url({ protocol: /^https?$/ }).optional().describe('address that people open; absent: http://HOST:PORT'),
  AUTH_SECRET: z.string().min(32).optional().describe('32 characters or more; absent: made once and kept in DATA_DIR'),
  AUDIT_SIGNING_KEY: z.string().refine(isEd25519Key, 'is no Ed25519 private key in PEM').optional().describe('Ed25519 private key in PEM that audit checkpoints are signed with; absent: made once and kept in DATA_DIR'),
  OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional().describe('OpenID Connect provider; absent: the development provider'),
  OIDC_CLIENT_ID: z.string().min(1).optional().describe('client id at the provider'),
  OIDC_CLIENT_SECRET: z.string().min(1).optional().describe('client secret at the provider'),
  OIDC_REQUIRED_AMR: list.default(['otp', 'mfa', 'hwk', 'swk', 'fido']).describe('one of these in `amr` proves a second factor'),
  OIDC_REQUIRED_ACR: list.default([]).describe('one of these in `acr` proves it as well'),
  OIDC_PROVIDER_PORT: port.default(4011).describe('port of the development provider'),
  SUPPORT_CONTACT: z.string().min(1).default('dictamen@example.org').describe('whom a person without access should ask'),
  STORAGE_DIR: z.string().min(1).optional().describe('folder of stored files; absent: DATA_DIR/files'),
  S3_ENDPOINT: z.url().optional().describe('S3-compatible store; when set, files go there'),
  S3_REGION: z.string().min(1).default('us-east-1').describe('region of the store'),
  S3_BUCKET: z.string().min(1).optional().describe('bucket of the store'),
  S3_ACCESS_KEY_ID: z.string().min(1).optional().describe('access key of the store'),
  S3_SECRET_ACCESS_KEY: z.string().min(1).optional().describe('secret key of the store'),
  METRICS_TOKEN: z.string().min(16).optional().describe('bearer token of /metrics, 16 characters or more; absent: no /metrics'),
  TRUSTED_PROXIES: list.refine(entries => entries.every(isNetwork), 'holds addresses or networks, such as 10.0.0.0/8').default([]).describe('addresses or networks whose X-Forwarded-For is believed'),
  SESSION_IDLE_MINUTES: positive.default(60).describe('minutes without a request after which a session ends'),
  SESSION_MAX_HOURS: positive.default(12).describe('hours after which a session ends in any case'),
  UPLOAD_MAX_BYTES: positive.max(2_147_483_647).default(104_857_600).describe('largest file that is taken, in bytes'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info').describe('least severe level that is logged'),
  DICTAMEN_DEV: z.enum(['0', '1']).default('0').describe('1: hot reload, for those who build Dictamen'),
} as const

function isEd25519Key(text: string): boolean {
  try {
    return createPrivateKey(text).asymmetricKeyType === 'ed25519'
  } catch {
    return false
  }
}

function isNetwork(entry: string): boolean {
  const [address = '', prefix, ...rest] = entry.split('/')
  const bits = { 4: 32, 6: 128, 0: -1 }[isIP(address)] ?? -1
  return rest.length === 0 && bits > 0 && (prefix === undefined || (/^\d+$/.test(prefix) && Number(prefix) <= bits))
}

const Environment = z.object(environmentVariables).superRefine((env, context) => {
  const needs = (name: keyof typeof env, why: string) => {
    if (env[name] === undefined) context.addIssue({ code: 'custom', path: [name], message: `is missing: ${why}` })
  }
  if (env.OIDC_ISSUER) {
    needs('OIDC_CLIENT_ID', 'OIDC_ISSUER is set')
    needs('OIDC_CLIENT_SECRET', 'OIDC_ISSUER is set')
    needs('AUTH_URL', 'OIDC_ISSUER is set, and the provider sends people back to it')
    needs('AUTH_SECRET', 'OIDC_ISSUER is set, so this is no demonstration')
  }
  if (env.S3_ENDPOINT) for (const name of ['S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const) needs(name, 'S3_ENDPOINT is set')
})

export type Environment = z.infer<typeof Environment>

/** The environment cannot be used; `lines` holds one clear line a variable. */
export class EnvironmentError extends Error {
  constructor(readonly lines: string[]) {
    super(lines.join('\n'))
  }
}

/** Reads the environment. Throws `EnvironmentError` with one line a variable. Empty counts as absent. */
export function parseEnvironment(variables: Record<string, string | undefined>): Environment {
  const present = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''))
  const parsed = Environment.safeParse(present)
  if (parsed.success) return parsed.data
  throw new EnvironmentError(parsed.error.issues.map(issue => `${issue.path.join('.')} ${issue.message}`))
}

const shared = globalThis as typeof globalThis & { dictamenEnvironment?: Environment }

/** The environment of this process, read once. */
export function environment(): Environment {
  shared.dictamenEnvironment ??= parseEnvironment(process.env)
  return shared.dictamenEnvironment
}

/** Completes the environment of this process with what its entry point found or made. */
export function completeEnvironment(found: Partial<Environment>): Environment {
  shared.dictamenEnvironment = { ...environment(), ...found }
  return shared.dictamenEnvironment
}

/** The origin that people open Dictamen at. */
export function ownOrigin(): string {
  const { AUTH_URL, HOST, PORT } = environment()
  return new URL(AUTH_URL ?? `http://${HOST}:${PORT}`).origin
}
