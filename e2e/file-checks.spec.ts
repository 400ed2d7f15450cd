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

test('a file speaks for itself: what it fails refutes at once, stands beside its lines, and is mended by another', async ({ signInAs }) => {
  const owner = await signInAs('devops')
  await owner.goto('/grupo-gad/items/DEP-03')
  await handIn(owner, twoServices)
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

  await test.step('the living table says what the files say', async () => {
    await owner.goto('/grupo-gad/configuration')
    const row = owner.getByRole('row').filter({ hasText: 'Servicio HTTP' })
    await expect(row.getByText('Cada puerto público es de un solo servicio')).toBeVisible()
    await expect(row.getByText('No cumple').first()).toBeVisible()
    await row.getByRole('link', { name: 'Cada puerto público es de un solo servicio' }).click()
    await expect(owner.getByRole('heading', { level: 1, name: 'Cada puerto público es de un solo servicio' })).toBeVisible()
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
    await handIn(owner, oneService)
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

async function handIn(page: Page, text: string): Promise<void> {
  const requirement = page.getByRole('article').filter({ hasText: 'fly.toml' }).first()
  await requirement.getByText('Presentar evidencia').last().click()
  await requirement.locator('input[type=file]').last().setInputFiles({ name: 'fly.toml', mimeType: 'application/toml', buffer: Buffer.from(text) })
  await expect(requirement.getByText(/Recibido|Listo|recibido/).first()).toBeVisible()
  await requirement.getByRole('button', { name: 'Enviar a revisión' }).last().click()
  await expect(requirement.getByText('En revisión').first()).toBeVisible()
}
