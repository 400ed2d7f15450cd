import { handInLink } from './hand-in'
import { expect, test } from './people'

test('an owner finds what is owed, by when and what is missing, and hands it in', async ({ signInAs }) => {
  const sre = await signInAs('sre')
  await sre.goto('/grupo-gad')
  await sre.getByRole('link', { name: 'Mi trabajo' }).click()
  const glance = sre.getByRole('navigation', { name: 'De un vistazo' })
  await expect(glance.getByRole('link', { name: /A continuación/ })).toBeVisible()

  // What should have begun is late here, as the roadmap has it.
  const late = sre.getByRole('region', { name: 'Atrasado' }).getByRole('row').filter({ hasText: 'TASK-03' })
  await expect(late).toContainText('Debía comenzar')

  // Of the team's, each with its date and its missing proof; nothing of anybody else's.
  const work = sre.getByRole('row').filter({ hasText: 'REC-26' })
  await expect(work).toContainText('Falta evidencia')
  await expect(sre.getByRole('row').filter({ hasText: 'TASK-04' })).toContainText('16 dic 2026')
  await expect(sre.getByRole('row').filter({ hasText: 'AUT-01' })).toHaveCount(0)

  const asked = work.getByRole('link', { name: 'Informe de ejercicio de caos con métricas de recuperación' })
  await asked.click()
  await expect(sre).toHaveURL(/\/items\/REC-26#requirement-/)
  const requirement = sre.getByRole('article').filter({ hasText: 'Informe de ejercicio de caos' })
  await expect(requirement).toBeInViewport()
  await handInLink(requirement, 'https://example.org/caos')
  await expect(requirement.getByText('Enviada a revisión')).toBeVisible()

  // Now it is somebody else's turn.
  await sre.getByRole('link', { name: 'Mi trabajo' }).click()
  const section = sre.getByRole('region', { name: 'En revisión' })
  await expect(section.getByRole('row').filter({ hasText: 'REC-26' })).toContainText('Hay evidencia en revisión')

  const reviewer = await signInAs('reviewer')
  await reviewer.goto('/grupo-gad/mine')
  await reviewer.getByRole('link', { name: 'Revisar', exact: true }).click()
  await expect(reviewer).toHaveURL(/\/grupo-gad\/review\?revision=/)
})

for (const [account, leads] of [['executive', 'El dictamen y su porqué'], ['auditor', 'La bitácora'], ['cab-chair', 'El resumen']] as const) {
  test(`${account}, who proves nothing, is told so and led on`, async ({ signInAs }) => {
    const page = await signInAs(account)
    await page.goto('/grupo-gad/mine')
    await expect(page.getByText('No tiene requisitos a su cargo')).toBeVisible()
    await page.getByRole('link', { name: leads }).click()
    await expect(page).not.toHaveURL(/\/mine/)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  })
}
