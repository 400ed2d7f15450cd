import type { Page } from '@playwright/test'
import { handInLink } from './hand-in'
import { expect, test } from './people'

/** Opens a page whose scripts do not come before the function that this gives is called. */
async function openWithoutScripts(page: Page, path: string): Promise<() => void> {
  let release = () => {}
  const line = new Promise<void>(resolve => { release = resolve })
  await page.route('**/_next/static/**/*.js', async route => {
    await line
    await route.continue()
  })
  await page.goto(path, { waitUntil: 'domcontentloaded' })
  return release
}

test('what is typed before the page is alive stays, and asks for its reason', async ({ signInAs }) => {
  const sre = await signInAs('sre')
  const release = await openWithoutScripts(sre, '/grupo-gad/items/REC-17')
  await sre.getByLabel('Fecha objetivo').fill('2027-02-20')
  await sre.getByLabel('Comentario', { exact: true }).fill('Con la línea lenta')
  release()
  await expect(sre.getByLabel('Por qué se mueve la fecha')).toBeVisible()
  await expect(sre.getByLabel('Fecha objetivo')).toHaveValue('2027-02-20')
  await sre.getByRole('button', { name: 'Publicar' }).click()
  await expect(sre.getByRole('region', { name: 'Actividad' })).toContainText('Con la línea lenta')
  // The words of one form went; those of the other are still there.
  await expect(sre.getByLabel('Fecha objetivo')).toHaveValue('2027-02-20')
})

test('what is sent before the page is alive is sent once it is, and once', async ({ signInAs }) => {
  const sre = await signInAs('sre')
  const release = await openWithoutScripts(sre, '/grupo-gad/items/REC-19')
  await sre.getByLabel('Comentario', { exact: true }).fill('Antes de tiempo')
  const post = sre.getByRole('button', { name: 'Publicar' })
  await post.click()
  await post.click()
  await expect(sre).toHaveURL(/REC-19$/)
  release()
  const thread = sre.getByRole('region', { name: 'Actividad' })
  await expect(thread).toContainText('Antes de tiempo')
  await sre.reload()
  await expect(thread.getByText('Antes de tiempo')).toHaveCount(1)
})

test('what is accepted before the page is alive is accepted once it is, and leaves the reviewer where they were', async ({ signInAs }) => {
  const owner = await signInAs('finops')
  await owner.goto('/grupo-gad/items/FIN-01')
  await handInLink(owner.getByRole('article').first(), 'https://example.org/presupuesto')

  const reviewer = await signInAs('reviewer')
  const release = await openWithoutScripts(reviewer, '/grupo-gad/items/FIN-01')
  const requirement = reviewer.getByRole('article').first()
  await requirement.getByRole('button', { name: 'Aceptar', exact: true }).press('Enter')
  release()
  await expect(requirement.getByText('Aceptada por Paula Medina')).toBeVisible()
  await expect(requirement).toBeFocused()
})

test('what is chosen before the page is alive outlives a change of somebody else, and is what is saved', async ({ signInAs }) => {
  const sre = await signInAs('sre')
  const release = await openWithoutScripts(sre, '/grupo-gad/items/REC-18')
  const status = sre.getByLabel('Estado declarado')
  const assignee = sre.getByLabel('Persona asignada')
  await status.selectOption('partial')
  await assignee.selectOption({ label: 'Diego Herrera' })
  release()
  const colleague = await signInAs('sre2')
  await colleague.goto('/grupo-gad/items/REC-18')
  await colleague.getByLabel('Comentario', { exact: true }).fill('Mientras tanto')
  await colleague.getByRole('button', { name: 'Publicar' }).click()
  await expect(sre.getByRole('region', { name: 'Actividad' })).toContainText('Mientras tanto')
  await expect(status).toHaveValue('partial')
  await expect(assignee.locator('option:checked')).toHaveText('Diego Herrera')
  await sre.getByRole('button', { name: 'Guardar' }).first().click()
  await expect(sre.getByRole('region', { name: 'Actividad' })).toContainText('declaró REC-18 como «Parcial»')
})

test('rows and statuses that are chosen before a list is alive count', async ({ signInAs }) => {
  const page = await signInAs('sre')
  const release = await openWithoutScripts(page, '/grupo-gad/items?kind=control&team=sre')
  await page.getByRole('checkbox', { name: 'Seleccionar todos los de esta página' }).check()
  await page.getByLabel('Estado declarado de REC-26').selectOption('in_progress')
  release()
  await expect(page.getByRole('status').filter({ hasText: 'Requisitos seleccionados' })).toBeAttached()
  await expect(page.getByRole('checkbox', { name: 'Seleccionar REC-20' })).toBeChecked()
  await expect(page.getByRole('row').filter({ hasText: 'REC-26' }).getByRole('button', { name: 'Guardar' })).toBeVisible()
})

test('a filter that is set before its list is alive narrows it', async ({ signInAs }) => {
  const page = await signInAs('sre')
  const release = await openWithoutScripts(page, '/grupo-gad/items?kind=control')
  await page.getByRole('combobox', { name: 'Criticidad' }).selectOption('standard')
  await page.getByLabel('Míos o de mis equipos').check()
  release()
  await expect(page).toHaveURL(/criticality=standard/)
  await expect(page).toHaveURL(/mine=1/)
})

test('what is ticked before the page of a trial is alive is tried', async ({ signInAs }) => {
  const page = await signInAs('executive')
  const release = await openWithoutScripts(page, '/grupo-gad/verdict/what-if')
  await page.getByLabel('El comité acordó fechas para todo lo estándar').check()
  release()
  await expect(page).toHaveURL(/dates=agreed/)
  await expect(page.getByLabel('El comité acordó fechas para todo lo estándar')).toBeChecked()
})
