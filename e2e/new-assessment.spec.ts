import { expect, test } from './people'

test('an administrator makes an assessment from another one; it asks for the same and nothing is claimed', async ({ signInAs }) => {
  const admin = await signInAs('admin')
  await admin.goto('/')
  await admin.getByRole('link', { name: 'Nueva evaluación' }).click()
  await admin.locator('[name=slug]').fill('admin')
  await admin.locator('[name="title.es"]').fill('Portal de trámites')
  await admin.locator('[name="title.en"]').fill('Citizen portal')
  await admin.locator('[name="summary.es"]').fill('Los trámites de la ciudadanía')
  await admin.locator('[name="summary.en"]').fill('Services for citizens')
  await admin.locator('[name=startedOn]').fill('2027-02-01')
  await admin.locator('[name=goLiveOn]').fill('2027-05-01')
  await admin.getByRole('button', { name: 'Crear la evaluación' }).click()
  await expect(admin.locator('form').getByRole('alert')).toContainText('reservadas')
  await expect(admin.locator('[name="title.es"]')).toHaveValue('Portal de trámites')

  await admin.locator('[name=slug]').fill('portal-tramites')
  await admin.getByRole('button', { name: 'Crear la evaluación' }).click()
  await expect(admin).toHaveURL(/\/portal-tramites$/)
  await expect(admin.getByText('No procede').first()).toBeVisible()
  await admin.goto('/portal-tramites/items')
  await expect(admin.getByRole('row', { name: /OBS-01/ })).toContainText('Sin iniciar')
  await admin.goto('/portal-tramites/events')
  await expect(admin.getByText('creó la evaluación a partir de otra')).toBeVisible()
  await expect(admin.getByText('La cadena está íntegra', { exact: false })).toBeVisible()
})

test('nobody else is offered to make one', async ({ signInAs }) => {
  const reviewer = await signInAs('reviewer')
  await reviewer.goto('/')
  await expect(reviewer.getByRole('link', { name: 'Nueva evaluación' })).toBeHidden()
})
