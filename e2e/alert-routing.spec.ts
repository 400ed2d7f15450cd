import { goodFile } from '@/lib/checks/testing/good-system'
import { expect, test } from './people'

test('an owner types the labels of an alert and sees whom it reaches', async ({ signInAs }) => {
  const owner = await signInAs('sre')
  await owner.goto('/grupo-gad/alert-routing')
  await expect(owner.getByText('Todavía no hay ninguna configuración de Alertmanager')).toBeVisible()

  await test.step('once alertmanager.yml is handed in, its tree is there', async () => {
    await owner.goto('/grupo-gad/items/ALR-01')
    const requirement = owner.getByRole('article').first()
    await requirement.getByText('Presentar evidencia').last().click()
    await requirement.locator('input[type=file]').last().setInputFiles({
      name: 'alertmanager.yml', mimeType: 'application/yaml', buffer: Buffer.from(goodFile('alertmanager-config').text),
    })
    await expect(requirement.getByText('Listo').first()).toBeVisible()
    await requirement.getByRole('button', { name: 'Enviar a revisión' }).last().click()
    await expect(requirement.getByText('En revisión').first()).toBeVisible()
    await owner.goto('/grupo-gad/configuration')
    await owner.getByRole('link', { name: 'Enrutamiento de alertas' }).click()
    await expect(owner.getByRole('code').filter({ hasText: 'component="database"' })).toBeVisible()
    await expect(owner.getByText('Llega aquí')).toHaveCount(0)
  })

  await test.step('what is typed is followed through the tree, and the address keeps it', async () => {
    await owner.getByLabel('Etiquetas de la alerta').fill('severity=critical, component=database')
    await expect(owner.getByRole('status').filter({ hasText: 'database-team, critical-alerts' })).toBeVisible()
    await expect(owner.getByText('Llega aquí')).toHaveCount(2)
    await expect(owner).toHaveURL(/labels=severity%3Dcritical/)
    await owner.reload()
    await expect(owner.getByLabel('Etiquetas de la alerta')).toHaveValue('severity=critical, component=database')
    await expect(owner.getByText('Llega aquí')).toHaveCount(2)
  })

  await test.step('what is no label is said, and the tree stays', async () => {
    await owner.getByLabel('Etiquetas de la alerta').fill('severity=critical, alto')
    await expect(owner.getByText('Esto no es una etiqueta: alto. Escriba nombre=valor.')).toBeVisible()
    await expect(owner.getByRole('code').filter({ hasText: 'component="database"' })).toBeVisible()
  })

  await test.step('a row of the assessment is tried by its link', async () => {
    await owner.getByRole('region', { name: 'Rutas de alertas' }).getByRole('link', { name: 'severity="warning"' }).click()
    await expect(owner.getByRole('status').filter({ hasText: 'warning-alerts' })).toBeVisible()
  })

  await test.step('once it is rejected it speaks no more', async () => {
    const reviewer = await signInAs('reviewer')
    await reviewer.goto('/grupo-gad/alert-routing')
    await reviewer.getByRole('link', { name: 'alertmanager.yml' }).click()
    await reviewer.getByLabel(/Motivo/).fill('Falta la de producción.')
    await reviewer.getByRole('button', { name: /Rechazar/ }).click()
    await expect(reviewer.getByText(/Rechazada/).first()).toBeVisible()
    await reviewer.goto('/grupo-gad/alert-routing')
    await expect(reviewer.getByText('Todavía no hay ninguna configuración de Alertmanager')).toBeVisible()
  })
})
