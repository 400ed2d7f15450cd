import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import pg from 'pg'
import { addPerson } from '../bench/session'
import { addDays } from '../lib/domain/dates'
import { startEmbeddedPostgres } from '../lib/platform/embedded-postgres'
import { assessmentFile } from './assessment-file'
import { answers, ownServer, signal, startServer } from './own-server'

const { origin } = ownServer
const today = new Date().toISOString().slice(0, 10)
const startedOn = addDays(today, -5)

let folder: string
let database: Awaited<ReturnType<typeof startEmbeddedPostgres>>
let running: ReturnType<typeof startServer>
let cookie: { name: string; value: string; url: string }

// One plan in two assessments, of which one is without a start; and one that has all before it.
const plan = {
  startedOn,
  gates: [{ code: 'GAT-01', validityDays: 30 }, { code: 'GAT-02', validityDays: 45 }, { code: 'GAT-03', validityDays: 90 }],
  standard: [{ code: 'STD-01', requirement: 'Costos acordados', dueInDays: 45 }],
  task: { closes: ['STD-01'], toDay: 60 },
  holidays: [{ date: addDays(startedOn, 60), name: 'Fundación de la ciudad' }],
}
const long = 'Un requisito con palabras suficientes para ocupar más de dos líneas del papel. '.repeat(4)
const files = [
  assessmentFile({ slug: 'plan', title: 'Con plan', ...plan }),
  assessmentFile({ slug: 'sin-inicio', title: 'Sin inicio', ...plan }),
  assessmentFile({
    slug: 'cincuenta', title: 'Con cincuenta bloqueantes', startedOn, standard: [{ code: 'STD-01' }],
    gates: Array.from({ length: 50 }, (_, index) => ({ code: `GAT-${index + 10}`, requirement: `${long}${index + 10}` })),
  }),
]

test.beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'dictamen-executives-'))
  chmodSync(folder, 0o711)
  mkdirSync(path.join(folder, 'postgres'), { mode: 0o711 })
  database = await startEmbeddedPostgres({ folder: path.join(folder, 'postgres'), log: () => undefined })
  await start()
  await stop()
  await fill()
  await start()
})
test.afterAll(async () => {
  await stop()
  await database.stop()
  rmSync(folder, { recursive: true, force: true })
})
test.beforeEach(({ context }) => context.addCookies([cookie]))

async function start(): Promise<void> {
  running = startServer({ DATA_DIR: folder, DATABASE_URL: database.url })
  await answers(`${origin}/healthz`)
}

async function stop(): Promise<void> {
  if (running.child.exitCode === null && running.child.signalCode === null) signal(running.child, 'SIGTERM')
  await running.exit
}

/** Imports the assessments and has the gates of the plan proven today, behind the back of the server, which must not run. */
async function fill(): Promise<void> {
  for (const [index, file] of files.entries()) {
    const name = path.join(folder, `${index}.yaml`)
    writeFileSync(name, file)
    execFileSync('node', ['scripts/run.mjs', 'node', 'build/dictamen.mjs', 'import', name], { env: { ...process.env, DATABASE_URL: database.url } })
  }
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  const [name = '', value = ''] = (await addPerson(client, { name: 'Ejecutiva', roles: ['executive'], teams: [] })).split('=')
  cookie = { name, value, url: origin }
  await addPerson(client, { name: 'Proveedor', roles: [], teams: [] })
  await client.query(`
    INSERT INTO "Evidence" (id, "requirementId", "createdAt")
    SELECT 'of-' || r.id, r.id, now() FROM "EvidenceRequirement" r JOIN "Item" i ON i.id = r."itemId" JOIN "Assessment" a ON a.id = i."assessmentId"
    WHERE a.slug = 'plan' AND i.code LIKE 'GAT-%'`)
  await client.query(`
    INSERT INTO "EvidenceRevision" (id, "evidenceId", number, state, "submitterId", "submitterTeams", "submittedAt", "effectiveOn", link, "reviewerId", "reviewerTeams", "reviewedAt")
    SELECT 'first-' || e.id, e.id, 1, 'accepted', s.id, '{}', now(), $1::date, 'https://example.org/acta', r.id, '{}', now()
    FROM "Evidence" e, "User" s, "User" r WHERE s.name = 'Proveedor' AND r.name = 'Ejecutiva'`, [today])
  await client.query(`UPDATE "Assessment" SET "startedOn" = NULL WHERE slug = 'sin-inicio'`)
  await client.end()
}

test('the earliest date of a go says what must be renewed for it to hold, and that it is a holiday', async ({ page }) => {
  await page.goto(`${origin}/plan/verdict`)
  const earliest = page.getByRole('region', { name: 'Fecha más temprana para «procede»' })
  // The task ends after what it closes, and by then the second proof has lapsed too.
  await expect(earliest.getByRole('link', { name: 'TASK-01' })).toBeVisible()
  const renewing = earliest.locator('div').filter({ has: page.getByText('Y si se renueva a tiempo lo que vence antes de ese día:') })
  await expect(renewing.getByRole('link')).toHaveText(['GAT-01', 'GAT-02'])
  await renewing.getByRole('link', { name: 'GAT-01' }).click()
  await expect(page).toHaveURL(`${origin}/plan/items/GAT-01`)

  await page.goto(`${origin}/plan`)
  await expect(page.getByText('si antes se renueva lo que vence en 2 requisitos')).toBeVisible()
  await expect(page.getByText('cae en feriado: Fundación de la ciudad')).toBeVisible()
  await page.goto(`${origin}/plan/roadmap/TASK-01`)
  await expect(page.getByText('cae en feriado: Fundación de la ciudad')).toBeVisible()
})

test('under a no-go the summary names what blocks, also where gates are proven', async ({ page }) => {
  await page.goto(`${origin}/plan`)
  await expect(page.getByText('El sistema no puede salir a producción.')).toBeVisible()
  const blocks = page.getByRole('region', { name: 'Qué bloquea' })
  await expect(blocks).toContainText('Lo bloqueante y lo crítico está probado; falta 1 requisito estándar.')
  await expect(blocks.getByRole('row', { name: /Costos acordados/ })).toBeVisible()
  await expect(page.getByText('Nada bloquea')).toHaveCount(0)
  await page.goto(`${origin}/plan/verdict`)
  await expect(page.getByRole('region', { name: 'Qué bloquea' })).toContainText('Lo bloqueante y lo crítico está probado')
})

test('what cannot be evaluated is not said to be blocked by nothing', async ({ page }) => {
  for (const address of ['/sin-inicio', '/sin-inicio/verdict']) {
    await page.goto(origin + address)
    await expect(page.getByText('No se puede evaluar, así que nadie puede decir qué bloquea.')).toBeVisible()
    await expect(page.getByText('Nada bloquea')).toHaveCount(0)
  }
})

test('with fifty blockers the printed summary is one sheet all the same, and says how many it leaves out', async ({ page }) => {
  await page.goto(`${origin}/cincuenta`)
  const blockers = page.getByRole('region', { name: 'Qué bloquea' }).getByRole('rowheader')
  await expect(blockers.filter({ visible: true })).toHaveCount(50)
  await page.emulateMedia({ media: 'print' })
  await expect(blockers.filter({ visible: true })).toHaveCount(5)
  await expect(page.getByText('y 46 requisitos más')).toBeVisible()
  await expect(page.getByText('y 1 requisito más')).toBeHidden()
  const sheets = (await page.pdf({ format: 'A4', printBackground: true })).toString('latin1').match(/\/Type\s*\/Page\b/g)
  expect(sheets).toHaveLength(1)
})
