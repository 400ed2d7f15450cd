import type { Page } from '@playwright/test'
import { expect, signIn, test, type SignInAs } from './people'

const item = '/grupo-gad/items/REC-17'

/** Opens a page that says afterwards whether it is still the same document. */
async function openMarked(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await page.evaluate(() => { (window as Window & { stayed?: boolean }).stayed = true })
}

const hasStayed = (page: Page) => page.evaluate(() => (window as Window & { stayed?: boolean }).stayed === true)

/** Says something of the item as a colleague. */
async function comment(signInAs: SignInAs, text: string): Promise<void> {
  const colleague = await signInAs('sre')
  await colleague.goto(item)
  await colleague.getByLabel('Comentario', { exact: true }).fill(text)
  await colleague.getByRole('button', { name: 'Publicar' }).click()
  await expect(activity(colleague)).toContainText(text)
}

async function declare(owner: Page, status: string): Promise<void> {
  await owner.getByLabel('Estado declarado').selectOption(status)
  await owner.getByRole('button', { name: 'Guardar' }).first().click()
  await expect(owner.getByText('Guardado', { exact: true })).toBeVisible()
}

const activity = (page: Page) => page.getByRole('region', { name: 'Actividad' })

test('a page whose line a proxy refuses for a moment, as while the server restarts, still shows what a colleague says', async ({ signInAs }) => {
  const page = await signInAs('sre2')
  await page.route('**/live?*', route => route.fulfill({ status: 502 }), { times: 1 })
  const refused = page.waitForResponse(response => response.status() === 502)
  await openMarked(page, item)
  await refused
  await comment(signInAs, 'Dicho tras el reinicio')
  await expect(activity(page)).toContainText('Dicho tras el reinicio')
  expect(await hasStayed(page)).toBe(true)
})

test('the list of assessments shows what happened between its rendering and its line', async ({ signInAs }) => {
  const page = await signInAs('executive')
  let release = () => {}
  const line = new Promise<void>(resolve => { release = resolve })
  await page.route('**/live', async route => {
    await line
    await route.continue()
  })
  const asked = page.waitForRequest('**/live')
  await openMarked(page, '/')
  await asked
  const declared = page.getByRole('listitem').filter({ has: page.locator('a[href="/grupo-gad"]') }).getByText(/ declarados?, /)
  const before = await declared.innerText()

  const sre = await signInAs('sre')
  await sre.goto('/grupo-gad/items/OBS-03')
  const stored = await sre.getByLabel('Estado declarado').inputValue()
  await declare(sre, 'done')
  await expect(declared).toHaveText(before)
  release()
  await expect(declared).not.toHaveText(before)
  expect(await hasStayed(page)).toBe(true)
  // Back as it was, for whoever tests after this.
  await declare(sre, stored)
})

test('a page that cannot be renewed keeps itself and what is typed, says so, and shows the change once it can', async ({ signInAs }) => {
  const page = await signInAs('sre2')
  await openMarked(page, item)
  const field = page.getByLabel('Comentario', { exact: true })
  await field.fill('Lo que estoy escribiendo')
  // What is asked for from here on is lost; what was opened before still speaks.
  await page.route('**/*', route => route.abort('internetdisconnected'))
  await comment(signInAs, 'Dicho sin conexión')
  const notice = page.getByRole('status').filter({ hasText: 'Sin conexión' })
  await expect(notice).toBeVisible()
  await expect(activity(page)).not.toContainText('Dicho sin conexión')

  await page.unroute('**/*')
  await expect(activity(page)).toContainText('Dicho sin conexión')
  await expect(notice).toHaveCount(0)
  await expect(field).toHaveValue('Lo que estoy escribiendo')
  expect(await hasStayed(page)).toBe(true)
})

test('a session that ends under an open page leaves what is typed, and the page goes on once somebody has signed in again', async ({ page, signInAs }) => {
  await signIn(page, 'sre2')
  await page.waitForURL(url => url.pathname === '/')
  await openMarked(page, item)
  const field = page.getByLabel('Comentario', { exact: true })
  await field.fill('Escrito antes de salir')

  const other = await page.context().newPage()
  await other.goto('/account')
  await other.getByRole('button', { name: 'Cerrar sesión' }).click()
  await expect(other).toHaveURL(/\/signed-out/)
  await comment(signInAs, 'Dicho a quien salió')
  const notice = page.getByRole('alert').filter({ hasText: 'Su sesión terminó' })
  await expect(notice).toContainText('Lo que escribió sigue en esta página')
  await expect(field).toHaveValue('Escrito antes de salir')

  const opened = page.context().waitForEvent('page')
  await notice.getByRole('link').click()
  const tab = await opened
  await tab.getByRole('button', { name: /institucional/i }).click()
  await tab.locator('button[name=account][value=sre2]').click()
  await expect(tab).toHaveURL(url => url.pathname === item)

  await expect(notice).toHaveCount(0)
  await expect(activity(page)).toContainText('Dicho a quien salió')
  await expect(field).toHaveValue('Escrito antes de salir')
  expect(await hasStayed(page)).toBe(true)
  await page.getByRole('button', { name: 'Publicar' }).click()
  await expect(activity(page)).toContainText('Escrito antes de salir')
})
