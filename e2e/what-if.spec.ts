import { expect, test } from './people'

test('an executive tries what would have to be proven, sees the outcome at once, and passes the link on', async ({ signInAs }) => {
  const page = await signInAs('executive')
  await page.goto('/grupo-gad/verdict')
  await page.getByRole('link', { name: 'Ensayar otro estado' }).click()
  const result = page.getByRole('status').filter({ hasText: 'Lo mejor que el comité podría resolver' })
  await expect(result).toContainText('No procede')
  await expect(result).toContainText('regla R4')

  // What other stories have proven by now is not offered any more.
  for (const code of ['OBS-01', 'OBS-02', 'DR-01', 'ALR-01', 'SEC-02']) {
    const box = page.locator(`#proven-${code}`)
    if (await box.count() > 0) await box.check()
  }
  await expect(result).toContainText('regla R5')
  await expect(result).toContainText('No procede')
  await page.getByLabel('El comité acordó fechas para todo lo estándar').check()
  await expect(result).toContainText('Procede con condiciones')
  await expect(result).toContainText('Hoy: no procede.')
  await expect(page).toHaveURL(/\?proven=[A-Z0-9,-]+&dates=agreed$/)

  // The link carries the whole trial to somebody else, and nothing was stored.
  const chair = await signInAs('cab-chair')
  await chair.goto(page.url())
  await expect(chair.getByRole('status').filter({ hasText: 'Procede con condiciones' })).toBeVisible()
  await expect(chair.locator('#proven-SEC-02')).toBeChecked()
  await chair.goto('/grupo-gad/verdict')
  await expect(chair.getByText('No procede').first()).toBeVisible()
})

test('without JavaScript a form asks the same, and codes of nothing are named', async ({ signInAs }) => {
  const page = await signInAs('auditor', { javaScriptEnabled: false })
  await page.goto('/grupo-gad/verdict/what-if?proven=OBS-01,NO-99,OTRO-1')
  await expect(page.getByText('Estos códigos no son de ningún requisito')).toBeVisible()
  await expect(page.getByText('NO-99, OTRO-1')).toBeVisible()
  await expect(page.locator('#proven-OBS-01')).toBeChecked()
  await page.locator('#proven-DR-01').check()
  await page.getByRole('button', { name: 'Ver el resultado' }).click()
  await expect(page).toHaveURL(/proven=OBS-01.*proven=DR-01|proven=DR-01.*proven=OBS-01/)
  await expect(page.locator('#proven-DR-01')).toBeChecked()
  await expect(page.getByText('Bloqueantes: 1')).toBeVisible()
})

test('the path to go names each step by its date and what it reaches', async ({ signInAs }) => {
  const page = await signInAs('executive')
  await page.goto('/grupo-gad/verdict')
  const path = page.getByRole('region', { name: 'El camino hasta «procede»' })
  await expect(path.getByText('Sin fecha')).toBeVisible()
  await path.getByRole('link', { name: 'Ensayar este paso' }).last().click()
  await expect(page.getByRole('status').filter({ hasText: 'Lo mejor que el comité podría resolver' })).toContainText('Procede')
  await expect(page.getByRole('status').filter({ hasText: 'regla R3' })).toBeVisible()
})
