import { expect, test } from './people'

test('filters, search and order are kept in the address, with and without JavaScript', async ({ signInAs }) => {
  const page = await signInAs('finops')
  await page.goto('/grupo-gad/items')
  await page.getByLabel('Buscar por código, requisito o criterio').fill('TLS')
  await page.getByRole('button', { name: 'Buscar', exact: true }).click()
  await expect(page).toHaveURL(/[?&]q=TLS/)
  await expect(page.getByRole('rowheader')).toHaveText([/TLS 1\.2\/1\.3/])

  const plain = await signInAs('finops', { javaScriptEnabled: false })
  await plain.goto('/grupo-gad/items?criticality=gate')
  await expect(plain.getByRole('rowheader')).toHaveCount(3)
  // What the address says wrongly is ignored, never an error.
  await plain.goto('/grupo-gad/items?criticality=nothing&sort=&page=999999&mine[]=1')
  expect(await plain.getByRole('rowheader').count()).toBeGreaterThan(0)
})

test('an owner declares a status in place by keyboard, and what is proven does not follow', async ({ signInAs }) => {
  const page = await signInAs('finops')
  await page.goto('/grupo-gad/items?q=CST-01')
  const status = page.getByLabel('Estado declarado de CST-01')
  await status.focus()
  await status.selectOption('done')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(status).toBeFocused()
  await page.reload()
  await expect(page.getByLabel('Estado declarado de CST-01')).toHaveValue('done')
  await expect(page.getByRole('row').filter({ hasText: 'CST-01' }).getByText('Sin probar')).toBeVisible()
})

test('others see what is declared, and no control to change it', async ({ signInAs }) => {
  const page = await signInAs('executive')
  await page.goto('/grupo-gad/items')
  await expect(page.getByRole('rowheader').first()).toBeVisible()
  await expect(page.getByLabel(/^Estado declarado de/)).toHaveCount(0)
})
