import type { Locator, Page } from '@playwright/test'
import { expect, signIn, test } from './people'

/** Opens a page as somebody, an SRE unless named, who has just signed in. */
async function openAs(page: Page, path: string, account: 'sre2' | 'admin2' = 'sre2'): Promise<void> {
  await signIn(page, account)
  await page.waitForURL(url => url.pathname === '/')
  await page.goto(path)
}

/** Sends a form whose session has ended, and comes back to its page in another one. */
async function loseSession(page: Page, form: Locator, send: string, account?: 'admin2'): Promise<void> {
  const { pathname } = new URL(page.url())
  await page.context().clearCookies()
  await form.getByRole('button', { name: send }).click()
  await expect(form.getByRole('alert')).toContainText('Su sesión terminó')
  await openAs(page, pathname, account)
}

const drafts = (page: Page) => page.evaluate(() => Object.keys(sessionStorage).filter(key => key.startsWith('draft:')))

test('a comment outlives the session that it was typed in', async ({ page }) => {
  await openAs(page, '/grupo-gad/items/REC-17')
  const field = page.getByLabel('Comentario', { exact: true })
  const form = page.locator('form').filter({ has: field })
  await field.fill('Lo que iba a decir')
  await loseSession(page, form, 'Publicar')
  await expect(field).toHaveValue('Lo que iba a decir')
  await form.getByRole('button', { name: 'Publicar' }).click()
  await expect(page.getByRole('region', { name: 'Actividad' }).getByText('Lo que iba a decir')).toBeVisible()
  await expect.poll(() => drafts(page)).toEqual([])
})

test('a plan outlives its session, says that it is not saved, and is not kept once it is', async ({ page }) => {
  await openAs(page, '/grupo-gad/items/DRP-03')
  const due = page.getByLabel('Fecha objetivo')
  const form = page.locator('form').filter({ has: due })
  const stored = await due.inputValue()
  await due.fill('2027-03-10')
  await form.getByLabel('Por qué se mueve la fecha').fill('Espera la línea de base')
  await form.getByLabel('Persona asignada').selectOption({ label: 'Camila Soto' })
  await loseSession(page, form, 'Guardar')
  await expect(due).toHaveValue('2027-03-10')
  await expect(form.getByLabel('Por qué se mueve la fecha')).toHaveValue('Espera la línea de base')
  await expect(form.getByLabel('Persona asignada').locator('option:checked')).toHaveText('Camila Soto')

  await form.getByRole('button', { name: 'Usar lo guardado' }).click()
  await expect(due).toHaveValue(stored)
  await expect(form.getByLabel('Persona asignada')).toBeFocused()
  await expect.poll(() => drafts(page)).toEqual([])

  await due.fill('2027-03-10')
  await form.getByLabel('Por qué se mueve la fecha').fill('Espera la línea de base')
  await form.getByRole('button', { name: 'Guardar' }).click()
  await expect(page.getByRole('region', { name: 'Actividad' })).toContainText('Motivo: Espera la línea de base')
  await expect(due).toHaveValue('2027-03-10')
  await expect(form.getByRole('button', { name: 'Usar lo guardado' })).toHaveCount(0)
  await expect.poll(() => drafts(page)).toEqual([])
})

test('what a plan was meant to replace is still compared after another session', async ({ page, signInAs }) => {
  await openAs(page, '/grupo-gad/items/DRP-02')
  const due = page.getByLabel('Fecha objetivo')
  const form = page.locator('form').filter({ has: due })
  await due.fill('2027-04-01')
  await page.context().clearCookies()
  const colleague = await signInAs('sre')
  await colleague.goto('/grupo-gad/items/DRP-02')
  await colleague.getByLabel('Persona asignada').selectOption({ label: 'Diego Herrera' })
  await colleague.locator('form').filter({ has: colleague.getByLabel('Fecha objetivo') }).getByRole('button', { name: 'Guardar' }).click()
  await expect(colleague.getByText('Guardado', { exact: true })).toBeVisible()
  await openAs(page, '/grupo-gad/items/DRP-02')
  await expect(form.getByRole('button', { name: 'Seguir con lo mío' })).toBeVisible()
  // What only the other one changed is taken over.
  await expect(form.getByLabel('Persona asignada').locator('option:checked')).toHaveText('Diego Herrera')
  await expect(due).toHaveValue('2027-04-01')
  await form.getByRole('button', { name: 'Usar lo guardado' }).click()
  await expect(due).not.toHaveValue('2027-04-01')
  await expect(form.getByLabel('Persona asignada')).toBeFocused()
})

test('a task that is being moved outlives the session, with the reason', async ({ page }) => {
  await openAs(page, '/grupo-gad/roadmap/TASK-10')
  const due = page.locator('[name=dueOn]')
  const form = page.locator('form').filter({ has: due })
  await due.fill('2027-02-25')
  await form.locator('[name=reason]').fill('Falta el segundo proveedor')
  await form.locator('[name=state]').selectOption('in_progress')
  await loseSession(page, form, 'Guardar')
  await expect(due).toHaveValue('2027-02-25')
  await expect(form.locator('[name=reason]')).toHaveValue('Falta el segundo proveedor')
  await expect(form.locator('[name=state]')).toHaveValue('in_progress')
  await form.getByRole('button', { name: 'Guardar' }).click()
  await expect(page.getByText('Falta el segundo proveedor')).toBeVisible()
  await expect(due).toHaveValue('2027-02-25')
  await expect.poll(() => drafts(page)).toEqual([])
})

test('what is said of evidence outlives the session, and is in sight again', async ({ page }) => {
  await openAs(page, '/grupo-gad/items/RET-01')
  const requirement = page.getByRole('article').first()
  const form = requirement.locator('form').first()
  await requirement.getByText('Presentar evidencia', { exact: true }).click()
  await form.getByLabel('O un enlace').fill('https://example.org/tableros')
  await form.getByText('Servicio, entorno y nota').click()
  await form.getByLabel('Nota').fill('Tomado del tablero de enero')
  await loseSession(page, form, 'Enviar a revisión')
  await expect(form.getByLabel('O un enlace')).toBeVisible()
  await expect(form.getByLabel('O un enlace')).toHaveValue('https://example.org/tableros')
  await expect(form.getByLabel('Nota')).toBeVisible()
  await expect(form.getByLabel('Nota')).toHaveValue('Tomado del tablero de enero')
  await form.getByRole('button', { name: 'Enviar a revisión' }).click()
  await expect(requirement.getByText('Tomado del tablero de enero', { exact: true }).and(page.locator('p'))).toBeVisible()
  await expect.poll(() => drafts(page)).toEqual([])
  await page.reload()
  await expect(form.getByLabel('O un enlace')).toHaveValue('')
})

test('an absence that is being entered outlives the session', async ({ page }) => {
  await openAs(page, '/admin/absences', 'admin2')
  const form = page.locator('form').filter({ has: page.getByLabel('Persona ausente') })
  await form.getByLabel('Persona ausente').selectOption({ label: 'Elena Bravo' })
  await form.getByLabel('Motivo').fill('Licencia por estudio')
  await loseSession(page, form, 'Guardar', 'admin2')
  await expect(form.getByLabel('Persona ausente').locator('option:checked')).toHaveText('Elena Bravo')
  await expect(form.getByLabel('Motivo')).toHaveValue('Licencia por estudio')
})

test('whoever signs in next on the same tab finds nothing of it', async ({ page }) => {
  await openAs(page, '/grupo-gad/items/DRP-03')
  const due = page.getByLabel('Fecha objetivo')
  const stored = await due.inputValue()
  await due.fill('2027-05-05')
  await page.context().clearCookies()
  await signIn(page, 'sre')
  await page.waitForURL(url => url.pathname === '/')
  await page.goto('/grupo-gad/items/DRP-03')
  await expect(page.getByLabel('Comentario', { exact: true })).toBeEnabled()
  await expect(due).toHaveValue(stored)
})
