import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { runChecks } from '@/lib/checks/run'
import { emptyBaseline } from '@/lib/domain/baseline'
import { fingerprintOf, probeKind, signProbe } from '@/lib/domain/probe'
import { keptText } from '@/lib/platform/kept-text'
import { version } from '../package.json'
import { reportOf } from './check-report/report'
import { asText } from './check-report/text'
import { measure } from './probe-measures/measure'
import { codeOf, type Target } from './probe-measures/target'
import { oneOf, preferredByShell, UsageError } from './usage'

/**
 * `dictamen probe https://HOST`: looks at a server from here, as anybody can, and writes what it saw, signed. Exit 0
 * where the result was written, however bad it is; 2 where the server could not be reached.
 */
export async function run(args: string[]): Promise<number> {
  const { values, positionals: [address, ...rest] } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      key: { type: 'string' },
      page: { type: 'string', default: '/' },
      health: { type: 'string', default: '/health' },
      metrics: { type: 'string', default: '/metrics' },
      timeout: { type: 'string', default: '10' },
      lang: { type: 'string', default: preferredByShell() },
    },
  })
  if (address === undefined || rest.length > 0) throw new UsageError('probe takes one address')
  const language = oneOf(['es', 'en'] as const, values.lang, '--lang')
  const target: Target = {
    ...hostAndPort(address), plainPort: 80, milliseconds: millisecondsOf(values.timeout),
    page: pathOf(values.page, '--page'), health: pathOf(values.health, '--health'), metrics: pathOf(values.metrics, '--metrics'),
  }
  const key = await signingKey(values.key)
  const at = new Date()
  const measured = await measure(target, at).catch((error: unknown) => codeOf(error))
  if (typeof measured === 'string') {
    process.stderr.write(`dictamen: could not reach ${target.host} port ${target.port}: ${measured}\n`)
    return 2
  }
  const { host, port } = target
  const result = signProbe({ kind: probeKind, version: 1, host, port, at: at.toISOString(), tool: `dictamen ${version}`, measured }, key)
  const text = `${JSON.stringify(result, null, 2)}\n`
  if (values.out === undefined) process.stdout.write(text)
  else await writeFile(values.out, text)
  const name = values.out ?? host
  const checked = runChecks([{ name, bytes: Buffer.from(text) }], emptyBaseline, at.toISOString().slice(0, 10))
  process.stderr.write(`${asText(reportOf(checked, language, () => true), language)}key ${fingerprintOf(result.signature.publicKey)}\n`)
  return 0
}

function hostAndPort(address: string): Pick<Target, 'host' | 'port'> {
  const text = address.includes('://') ? address : `https://${address}`
  if (!URL.canParse(text)) throw new UsageError(`${address} is no address`)
  const { protocol, hostname, port, pathname, search, hash, username, password } = new URL(text)
  if (protocol !== 'https:') throw new UsageError('probe takes an address of https')
  if (pathname !== '/' || search || hash || username || password) throw new UsageError('probe takes a host and a port, and nothing after or before them')
  return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 443) }
}

function millisecondsOf(seconds: string): number {
  const value = Number(seconds)
  if (!(value > 0 && value <= 120)) throw new UsageError('--timeout is a number of seconds, up to 120')
  return value * 1_000
}

/** A path that goes into the request as it is, and into the result: so it carries no query. */
function pathOf(text: string, option: string): string {
  if (!/^\/[\w.~!$&'()*+,;=:@%/-]*$/.test(text)) throw new UsageError(`${option} is a path, such as /health`)
  return text
}

/** The key of `file`; without one this person's own, made once. */
async function signingKey(file: string | undefined): Promise<KeyObject> {
  const text = file === undefined ? await keptText(path.join(configurationFolder(), 'dictamen', 'probe-key.pem'), makeKey) : await readFile(file, 'utf8')
  const key = privateKey(text)
  if (key?.asymmetricKeyType !== 'ed25519') throw new UsageError(`${file ?? 'the key of the configuration folder'} holds no Ed25519 private key in PEM`)
  return key
}

function privateKey(text: string): KeyObject | null {
  try {
    return createPrivateKey(text)
  } catch {
    return null
  }
}

function makeKey(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
}

function configurationFolder(): string {
  if (process.platform === 'win32') return process.env.APPDATA ?? path.join(homedir(), 'AppData', 'Roaming')
  return process.env.XDG_CONFIG_HOME || path.join(homedir(), '.config')
}
