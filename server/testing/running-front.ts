import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { connect, disconnect } from '@/lib/db/client'
import { createTestDatabase } from '@/lib/db/testing/database'
import { importShippedAssessment } from '@/lib/operations/testing/assessment'
import { completeEnvironment } from '@/lib/platform/env'
import { createFront } from '../front'
import { Live } from '../live'
import { Metrics } from '../metrics'
import { PageCache } from '../page-cache'
import { answerUnreadable } from '../unreadable-request'

/** A server in front with the shipped assessment, a database and a folder of files of its own. */
export interface RunningFront {
  origin: string
  port: number
  /** Where uploaded files are kept. */
  folder: string
  live: Live
  stop: () => Promise<void>
}

/**
 * Starts one; in the place of Next stands a page that is not there, and reads what it is sent. `clock` is what it takes
 * for now, `idle` for how many milliseconds a body may stand still.
 */
export async function startFront(clock: () => Date, idle?: number): Promise<RunningFront> {
  const database = await createTestDatabase()
  connect(database.url)
  // Within a folder of its own, so that whatever should get out of it is seen.
  const home = await mkdtemp(path.join(tmpdir(), 'dictamen-front-'))
  const folder = path.join(home, 'files')
  await importShippedAssessment(clock())
  const live = new Live(database.url)
  await live.start()
  const server = http.createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const origin = `http://127.0.0.1:${port}`
  const environment = completeEnvironment({ AUTH_URL: origin, STORAGE_DIR: folder, S3_ENDPOINT: undefined, LOG_LEVEL: 'silent' })
  const render = async (request: IncomingMessage, response: ServerResponse) => {
    await text(request).catch(() => undefined)
    response.writeHead(404).end()
  }
  server.on('clientError', answerUnreadable)
  server.on('request', createFront({
    environment: { ...environment, AUTH_URL: origin, OIDC_ISSUER: 'http://127.0.0.1:1' },
    render, cache: new PageCache(), live, metrics: new Metrics(live), staticFiles: null, clock, idleMilliseconds: idle,
  }))
  const stop = async () => {
    await live.close()
    server.closeAllConnections()
    server.close()
    await disconnect()
    await database.drop()
    await rm(home, { recursive: true, force: true })
  }
  return { origin, port, folder, live, stop }
}
