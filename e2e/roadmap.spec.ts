import { handInLink } from './hand-in'
import { expect, test } from './people'

test('an owner moves a date with its reason, which the audit trail keeps, and proves the success metric', async ({ signInAs }) => {
  const page = await signInAs('arquitectura')
  await page.goto('/grupo-gad/roadmap/TASK-08')
  await page.locator('[name=dueOn]').fill('2027-02-20')
  await page.locator('form').filter({ has: page.locator('[name=state]') }).getByRole('button', { name: 'Guardar' }).click()
  await expect(page.locator('form').getByRole('alert')).toContainText('Falta este dato')
  await page.locator('[name=reason]').fill('Los SLO esperan los baselines de enero')
  await page.locator('form').filter({ has: page.locator('[name=state]') }).getByRole('button', { name: 'Guardar' }).click()
  await expect(page.getByText('Guardado', { exact: true })).toBeVisible()

  const auditor = await signInAs('auditor')
  await auditor.goto('/grupo-gad/events')
  await expect(auditor.getByText('La cadena está íntegra', { exact: false })).toBeVisible()
  await expect(auditor.getByText('Los SLO esperan los baselines de enero').first()).toBeVisible()

  const requirement = page.getByRole('article').first()
  await handInLink(requirement, 'https://example.org/slo')
  await page.goto('/grupo-gad/items/OBS-02')
  await expect(page.getByText('Corresponde a SRE').first()).toBeVisible()
})
