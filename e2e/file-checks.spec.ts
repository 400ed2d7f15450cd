import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { goodFile } from '@/lib/checks/testing/good-system'
import { expect, test } from './people'

const twoServices = goodFile('fly-toml').text.replace('[http_service]', `[[services]]
  internal_port = 8000
  [[services.ports]]
    port = 443
    handlers = ["tls", "http"]

[http_service]`)
const oneService = goodFile('fly-toml').text
const slowerJob = goodFile('prometheus-config').text.replace('job_name: api\n', 'job_name: api\n    scrape_interval: 30s\n')

test('a file speaks for itself: what it fails refutes at once, stands beside its lines, and is mended by another', async ({ signInAs }) => {
  const owner = await signInAs('devops')
  await owner.goto('/grupo-gad/items/DEP-03')
  await handIn(owner, { 'fly.toml': twoServices, 'prometheus.yml': slowerJob })
  const requirement = owner.getByRole('article').filter({ hasText: 'fly.toml' }).first()
  await expect(requirement.getByText('El puerto 443 ya es del servicio de la línea 18.')).toBeVisible()
  await expect(owner.getByText('Refutado').first()).toBeVisible()

  await test.step('declaring it done is a contradiction, and is shown as one', async () => {
    await owner.getByLabel('Estado declarado').selectOption('done')
    await owner.getByRole('button', { name: /Guardar|Declarar/ }).first().click()
    await expect(owner.getByText('Declarado como hecho, pero un archivo lo desmiente')).toBeVisible()
    for (const address of ['/grupo-gad', '/grupo-gad/dimensions/deployment-configuration']) {
      await owner.goto(address)
      const section = owner.getByRole('region', { name: 'Declaraciones que los archivos desmienten' })
      await expect(section.getByRole('link', { name: /DEP-03/ })).toBeVisible()
    }
  })

  await test.step('the living table says what the files say, row by row', async () => {
    await owner.goto('/grupo-gad/configuration')
    await owner.getByRole('link', { name: 'De dónde se recogen métricas' }).click()
    const jobs = owner.getByRole('region', { name: 'De dónde se recogen métricas' })
    await expect(jobs).toBeInViewport()
    const api = jobs.getByRole('row').filter({ hasText: 'component="api"' })
    await expect(api.getByText('No cumple')).toBeVisible()
    await expect(api.getByText('api se recoge cada 30 s; se piden 15 s.')).toBeVisible()
    const postgres = jobs.getByRole('row').filter({ hasText: 'service="postgresql"' })
    await expect(postgres.getByText('Resultado de las comprobaciones: Cumple')).toBeVisible()
    await expect(postgres.getByRole('link', { name: 'prometheus.yml' })).toBeVisible()
    const routes = owner.getByRole('region', { name: 'Rutas de alertas' })
    await expect(routes.getByRole('row').filter({ hasText: 'database-team' }).getByText('Ningún archivo lo dice todavía.')).toBeVisible()

    const row = owner.getByRole('row').filter({ hasText: 'DEP-03' })
    await expect(row.getByText('force_https, concurrency (soft/hard), idle_timeout')).toBeVisible()
    await expect(row.getByText('El puerto 443 ya es del servicio de la línea 18.')).toBeVisible()
    await expect(row.getByText('No cumple').first()).toBeVisible()
    await row.getByRole('link', { name: 'Cada puerto público es de un solo servicio' }).click()
    await expect(owner.getByRole('heading', { level: 1, name: 'Cada puerto público es de un solo servicio' })).toBeVisible()
    await expect(owner.getByRole('region', { name: 'Un ejemplo que no cumple, 1, toml' })).toContainText('[[services]]')
  })

  const reviewer = await signInAs('reviewer')
  await test.step('the reviewer reads it beside the line that it is about', async () => {
    await reviewer.goto('/grupo-gad/items/DEP-03')
    await reviewer.getByRole('link', { name: /Cada puerto público es de un solo servicio/ }).first().click()
    const file = reviewer.getByRole('region', { name: /fly\.toml/ })
    await expect(file.getByText('No cumple: El puerto 443 ya es del servicio de la línea 18.')).toBeVisible()
    await reviewer.getByLabel(/Motivo/).fill('El puerto 443 está dos veces.')
    await reviewer.getByRole('button', { name: /Rechazar/ }).click()
    await expect(reviewer.getByText('El puerto 443 está dos veces.').or(reviewer.getByText(/Rechazada/)).first()).toBeVisible()
  })

  await test.step('a mended file takes it back', async () => {
    await owner.goto('/grupo-gad/items/DEP-03')
    await handIn(owner, { 'fly.toml': oneService })
    await expect(owner.getByRole('region', { name: 'Lo que los archivos desmienten' })).toHaveCount(0)
    await expect(owner.getByText('Declarado como hecho, pero un archivo lo desmiente')).toHaveCount(0)
  })
})

test('a file that holds a secret is refused with its line, and taken with the secret covered', async ({ signInAs }) => {
  const owner = await signInAs('devops')
  await owner.goto('/grupo-gad/items/DEP-07')
  const requirement = owner.getByRole('article').first()
  await requirement.getByText('Presentar evidencia').last().click()
  // In pieces, so that no scanner takes it for one.
  const token = ['ghp', 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8'].join('_')
  await requirement.locator('input[type=file]').last().setInputFiles({
    name: 'ajustes.yml', mimeType: 'application/yaml', buffer: Buffer.from(`# Ajustes\nusuario: portal\ntoken: ${token}\n`),
  })
  await expect(requirement.getByText(/^La línea 3 parece contener un secreto/)).toBeVisible()
  await requirement.getByRole('button', { name: 'Subir ajustes.yml con los secretos tapados' }).click()
  await expect(requirement.getByText('Listo').first()).toBeVisible()
  await requirement.getByRole('button', { name: 'Enviar a revisión' }).last().click()
  const [download] = await Promise.all([owner.waitForEvent('download'), requirement.getByRole('link', { name: 'ajustes.yml' }).click()])
  const kept = await readFile(await download.path(), 'utf8')
  expect(kept).toContain('token: [redacted:github]')
  expect(kept).not.toContain(token)
})

async function handIn(page: Page, files: Record<string, string>): Promise<void> {
  const requirement = page.getByRole('article').filter({ hasText: 'fly.toml' }).first()
  await requirement.getByText('Presentar evidencia').last().click()
  await requirement.locator('input[type=file]').last().setInputFiles(Object.entries(files).map(([name, text]) => (
    { name, mimeType: 'text/plain', buffer: Buffer.from(text) }
  )))
  await expect(requirement.getByText('Listo para presentar', { exact: true })).toHaveCount(Object.keys(files).length)
  await requirement.getByRole('button', { name: 'Enviar a revisión' }).last().click()
  await expect(requirement.getByText('En revisión').first()).toBeVisible()
}
