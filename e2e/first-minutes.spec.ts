import { expect, test } from './people'

const owners = ['secops', 'devops', 'netops', 'sre', 'sre2', 'backend', 'qa', 'arquitectura', 'operaciones', 'compliance', 'finops'] as const
const readers = ['reviewer', 'cab-chair', 'cab-security', 'cab-compliance', 'executive', 'auditor', 'admin', 'admin2'] as const

for (const account of owners) {
  test(`${account} finds what the team owes, by when, and where to prove it`, async ({ signInAs }) => {
    const page = await signInAs(account)
    await page.goto('/')
    await page.getByRole('link', { name: /GRUPO_GAD/ }).first().click()
    await expect(page.getByText('El sistema no puede salir a producción.')).toBeVisible()
    await page.goto('/grupo-gad/items?kind=all&mine=1')
    const owed = page.getByRole('rowheader').getByRole('link')
    expect(await owed.count()).toBeGreaterThan(0)
    await owed.first().click()
    await expect(page.getByLabel('Estado declarado')).toBeEnabled()
    await expect(page.getByText('Presentar evidencia', { exact: true }).first()).toBeVisible()
  })
}

for (const account of readers) {
  test(`${account} reads the verdict and why, and is offered nothing that the role may not do`, async ({ signInAs }) => {
    const page = await signInAs(account)
    await page.goto('/')
    await page.getByRole('link', { name: /GRUPO_GAD/ }).first().click()
    await page.getByRole('link', { name: 'Ver las reglas y el camino' }).click()
    await expect(page.getByRole('heading', { name: 'Por qué' })).toBeVisible()
    await page.goto('/grupo-gad/items/DR-01')
    // What the role cannot do says so.
    await expect(page.getByLabel('Estado declarado')).toBeDisabled()
    const saving = page.getByRole('button', { name: 'Guardar' })
    await expect(saving).toHaveCount(2)
    for (const button of await saving.all()) await expect(button).toHaveAccessibleDescription('Su función solo permite leer')
    await expect(page.getByRole('button', { name: 'Enviar a revisión' })).toHaveCount(0)
    await page.goto('/grupo-gad/events')
    await expect(page.getByText('La cadena está íntegra', { exact: false })).toBeVisible()
  })
}
