import { spawn, type ChildProcess } from 'node:child_process'
import { expect } from '@playwright/test'
import { addresses } from './addresses'

const port = addresses.port + 6

/** Where a server listens that a story starts for itself, to ill-treat it. */
export const ownServer = { port, origin: `http://127.0.0.1:${port}` }

interface OwnServer {
  child: ChildProcess
  /** What it has said so far. */
  said: () => string
  /** Its exit code, once it and what it started are gone and all that they said has been heard. */
  exit: Promise<number | null>
}

/** Starts the built server with these variables, and collects what it says. */
export function startServer(variables: Record<string, string>): OwnServer {
  let said = ''
  const child = spawn('node', ['scripts/run.mjs', 'node', 'build/server.mjs'], {
    env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'warn', PORT: String(ownServer.port), OIDC_PROVIDER_PORT: String(ownServer.port + 1), ...variables },
    stdio: ['ignore', 'pipe', 'pipe'], detached: true,
  })
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', chunk => { said += String(chunk) })
  return { child, said: () => said, exit: new Promise(resolve => child.once('close', resolve)) }
}

/** A signal to the server and to what started it, as a terminal or an orchestrator sends it. */
export function signal(child: ChildProcess, name: NodeJS.Signals): void {
  if (child.pid) process.kill(-child.pid, name)
}

/** Waits until an address is answered with 200. */
export async function answers(url: string): Promise<void> {
  await expect.poll(() => fetch(url).then(response => response.status, () => 0), { timeout: 60_000 }).toBe(200)
}
