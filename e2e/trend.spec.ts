import { expect, test } from './people'

test('the summary shows the trend from the first day on, as a chart and as a table, and the milestones', async ({ signInAs }) => {
  const page = await signInAs('executive')
  await page.goto('/grupo-gad')
  const trend = page.getByRole('region', { name: 'Tendencia' })
  await expect(trend.locator('svg').first()).toBeVisible()
  await trend.locator('summary').click()
  await expect(trend.getByRole('table').getByRole('row')).not.toHaveCount(1)
  await expect(trend.getByRole('table')).toContainText('No procede')

  const milestones = page.getByRole('region', { name: 'Hitos' })
  await expect(milestones.getByRole('listitem')).toHaveCount(3)
  await expect(milestones.getByRole('listitem').first()).toContainText(/A los 30 días.*requisitos.*tareas/s)
})

test('the printed summary is one sheet that says the outcome, why, what blocks, when it turns and how it goes', async ({ signInAs }) => {
  const page = await signInAs('executive')
  await page.goto('/grupo-gad')
  await page.emulateMedia({ media: 'print' })
  for (const text of ['El sistema no puede salir a producción.', 'Qué bloquea', 'Procede, lo más pronto', 'Tendencia', 'A los 90 días'])
    await expect(page.getByText(text, { exact: true }).first()).toBeVisible()
  await expect(page.getByText('Declarado y probado por dimensión').first()).toBeHidden()
  const sheets = (await page.pdf({ format: 'A4', printBackground: true })).toString('latin1').match(/\/Type\s*\/Page\b/g)
  expect(sheets).toHaveLength(1)
})

test('the list of assessments says how far off go-live is and how each has gone', async ({ signInAs }) => {
  const page = await signInAs('executive')
  await page.goto('/')
  const entry = page.getByRole('main').getByRole('listitem').filter({ has: page.locator('a[href="/grupo-gad"]') })
  await expect(entry).toContainText(/Faltan? \d+ días? para la salida|La salida es hoy|La salida pasó hace/)
  await expect(entry).toContainText(/Primer día con registro|Desde el .* probados/)
  await expect(entry).toContainText('No procede')
})
