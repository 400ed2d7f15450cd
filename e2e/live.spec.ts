import { expect, test } from './people'

test('a change by one person is on another’s open page within a second, and what they are typing stays', async ({ signInAs }) => {
  const sre = await signInAs('sre')
  const colleague = await signInAs('sre2')
  await colleague.goto('/grupo-gad/items/OBS-02')
  await colleague.evaluate(() => { (window as Window & { stayed?: boolean }).stayed = true })
  await colleague.getByText('Presentar evidencia').first().click()
  const note = colleague.locator('details[open]').getByLabel('O un enlace')
  await note.fill('https://example.org/a-link-that-is-being-typed')
  await note.focus()

  await sre.goto('/grupo-gad/items/OBS-02')
  await sre.getByLabel('Estado declarado').selectOption('in_progress')
  await sre.getByRole('button', { name: 'Guardar' }).first().click()
  await expect(sre.getByText('Guardado')).toBeVisible()

  await expect(colleague.getByText('En curso').first()).toBeVisible({ timeout: 1000 })
  await expect(note).toHaveValue('https://example.org/a-link-that-is-being-typed')
  await expect(note).toBeFocused()
  expect(await colleague.evaluate(() => (window as Window & { stayed?: boolean }).stayed)).toBe(true)
})

test('of two who edit one item the second is told, sees both values and loses neither', async ({ signInAs }) => {
  const first = await signInAs('sre')
  const second = await signInAs('sre2')
  await second.goto('/grupo-gad/items/OBS-03')
  await second.getByLabel('Estado declarado').selectOption('done')

  await first.goto('/grupo-gad/items/OBS-03')
  await first.getByLabel('Estado declarado').selectOption('partial')
  await first.getByRole('button', { name: 'Guardar' }).first().click()
  await expect(first.getByText('Guardado')).toBeVisible()

  const notice = second.getByRole('status').filter({ hasText: 'Otra persona lo cambió' })
  await expect(notice).toContainText('Parcial')
  await expect(notice).toContainText('Hecho')
  await expect(second.getByLabel('Estado declarado')).toHaveValue('done')
  // Saving all the same is refused until one of the two is chosen.
  await second.getByRole('button', { name: 'Guardar' }).first().click()
  await expect(second.locator('form').getByRole('alert')).toContainText('Otra persona lo cambió')
  await second.getByRole('button', { name: 'Seguir con lo mío' }).click()
  await second.getByRole('button', { name: 'Guardar' }).first().click()
  await expect(second.getByText('Guardado', { exact: true })).toBeVisible()
  await expect(first.getByText('Hecho').first()).toBeVisible()
})
