import { handInLink } from './hand-in'
import { expect, test } from './people'

test('a reviewer who accepts by key on the item’s page hears that it was kept, and goes on from there', async ({ signInAs }) => {
  const owner = await signInAs('finops')
  await owner.goto('/grupo-gad/items/FIN-03')
  await handInLink(owner.getByRole('article').first(), 'https://example.org/costos')

  const reviewer = await signInAs('reviewer')
  await reviewer.goto('/grupo-gad/items/FIN-03')
  const requirement = reviewer.getByRole('article').first()
  const heard = reviewer.getByRole('status').filter({ hasText: 'Revisión guardada' })
  await requirement.getByRole('button', { name: 'Aceptar', exact: true }).press('Enter')
  await expect(requirement.getByText('Aceptada por Paula Medina')).toBeVisible()
  await expect(requirement).toBeFocused()
  await expect(requirement).toHaveCSS('outline-style', 'solid')
  await expect(heard).toBeAttached()

  await requirement.locator('summary', { hasText: 'Retirar la aceptación' }).press('Enter')
  await requirement.getByLabel('Por qué se retira').fill('Es de otro servicio')
  await requirement.locator('form').getByRole('button', { name: 'Retirar la aceptación' }).press('Enter')
  await expect(requirement.getByText('Es de otro servicio')).toBeVisible()
  await expect(requirement).toBeFocused()
})

test('what was saved is shown at once, and no longer said to be once something else is chosen', async ({ signInAs }) => {
  const page = await signInAs('sre')
  await page.goto('/grupo-gad/items/DRP-01')
  const form = page.locator('form').filter({ has: page.getByLabel('Fecha objetivo') })
  const assignee = form.getByLabel('Persona asignada')
  const saved = form.getByRole('status').filter({ hasText: 'Guardado' })
  // The page that shows it comes late.
  await page.route('**/*_rsc=*', async route => {
    await new Promise(resolve => setTimeout(resolve, 1000))
    await route.continue()
  })
  await assignee.selectOption({ label: 'Diego Herrera' })
  await form.getByRole('button', { name: 'Guardar' }).click()
  await expect(saved).toBeVisible()
  expect(await assignee.locator('option:checked').innerText()).toBe('Diego Herrera')
  await assignee.selectOption('')
  await expect(saved).toBeHidden()
  // Nobody else was faster than this form itself.
  await expect(page.getByRole('region', { name: 'Actividad' })).toContainText('planificó DRP-01')
  await expect(form.getByRole('button', { name: 'Seguir con lo mío' })).toHaveCount(0)
  await form.getByRole('button', { name: 'Guardar' }).click()
  await expect(saved).toBeVisible()
  await expect(assignee).toHaveValue('')

  const status = page.getByLabel('Estado declarado', { exact: true })
  const declares = page.locator('form').filter({ has: status })
  await expect(page.getByRole('region', { name: 'Actividad' }).getByText('planificó DRP-01')).toHaveCount(2)
  await status.selectOption('in_progress')
  await declares.getByRole('button', { name: 'Guardar' }).click()
  await expect(declares.getByRole('status').filter({ hasText: 'Guardado' })).toBeVisible()
  await expect(status).toHaveValue('in_progress')
})

test('who fails twice at the same is told twice', async ({ signInAs }) => {
  const page = await signInAs('sre')
  await page.goto('/grupo-gad/items/DRP-01')
  const form = page.locator('form').filter({ has: page.getByLabel('Fecha objetivo') })
  const problem = form.getByRole('alert')
  await form.getByLabel('Fecha objetivo').fill('2027-06-01')
  await form.getByRole('button', { name: 'Guardar' }).press('Enter')
  await expect(problem).toBeFocused()
  await form.getByRole('button', { name: 'Guardar' }).press('Enter')
  await expect(problem).toBeFocused()
  await form.getByRole('button', { name: 'Usar lo guardado' }).click()
})
