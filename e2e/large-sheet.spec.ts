import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import pg from 'pg'
import { addPerson } from '../bench/session'
import { startEmbeddedPostgres } from '../lib/platform/embedded-postgres'
import { answers, ownServer, signal, startServer } from './own-server'

const { origin } = ownServer
const rows = 2_400
// The longest that a reason may be.
const reason = 'Depende del nuevo proveedor. '.repeat(80).trim().slice(0, 2_000)

let folder: string
let database: Awaited<ReturnType<typeof startEmbeddedPostgres>>
let running: ReturnType<typeof startServer>

test.beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'dictamen-large-'))
  chmodSync(folder, 0o711)
  mkdirSync(path.join(folder, 'postgres'), { mode: 0o711 })
  database = await startEmbeddedPostgres({ folder: path.join(folder, 'postgres'), log: () => undefined })
})
test.afterAll(async () => {
  await stop()
  await database.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function start(): Promise<void> {
  running = startServer({ DATA_DIR: folder, DATABASE_URL: database.url })
  await answers(`${origin}/healthz`)
}

async function stop(): Promise<void> {
  if (running.child.exitCode === null) signal(running.child, 'SIGTERM')
  await running.exit
}

/** Repeats an item of the SRE's, behind the back of the server, which therefore must not run; gives a cookie of theirs. */
async function fill(): Promise<string> {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  await client.query(`
    INSERT INTO "Item" (id, "assessmentId", "dimensionId", code, kind, position, category, requirement, criterion, criticality, "declaredStatus", source, details, "dueOn")
    SELECT 'more-' || n, "assessmentId", "dimensionId", 'MORE-' || n, kind, 1000 + n, category, requirement, criterion, criticality, 'not_started', source, details, NULL
    FROM "Item" CROSS JOIN generate_series(1, $1::int) n WHERE code = 'REC-20'`, [rows])
  await client.query(`INSERT INTO "ItemOwner" SELECT 'more-' || n, 'sre' FROM generate_series(1, $1::int) n`, [rows])
  return addPerson(client, { name: 'Large', roles: ['owner'], teams: ['sre'] }).finally(() => client.end())
}

test('a spreadsheet as large as may be sent, of the longest reasons, is looked at and applied', async ({ page }) => {
  await start()
  await stop()
  const [name = '', value = ''] = (await fill()).split('=')
  await start()
  await page.context().addCookies([{ name, value, url: origin }])
  await page.goto(`${origin}/grupo-gad/items/import`)

  const lines = Array.from({ length: rows }, (_, index) => `MORE-${index + 1},1,En curso,2027-05-01,${reason}`)
  const sheet = Buffer.from(['Código,Versión,Declarado,Fecha objetivo,Motivo', ...lines].join('\n'))
  expect(sheet.byteLength).toBeGreaterThan(4_800_000)
  expect(sheet.byteLength).toBeLessThanOrEqual(5_000_000)
  await page.getByLabel('Planilla').setInputFiles({ name: 'lista.csv', mimeType: 'text/csv', buffer: sheet })
  await page.getByRole('button', { name: 'Ver los cambios' }).click()
  await expect(page.getByRole('heading', { name: 'Qué cambiaría' })).toBeVisible({ timeout: 60_000 })
  await page.getByRole('button', { name: 'Aplicar los cambios' }).click()
  await expect(page.getByText('Los cambios quedaron aplicados.')).toBeVisible({ timeout: 60_000 })

  await page.goto(`${origin}/grupo-gad/items/MORE-${rows}`)
  await expect(page.getByText(`Motivo: ${reason}`)).toBeVisible()
})
