import { goodFile } from '@/lib/checks/testing/good-system'
import { expect, test } from './people'

test('an owner hands in proof, a second person accepts it, and the reasons of the verdict change', async ({ signInAs }) => {
  const backend = await signInAs('backend')
  await backend.goto('/grupo-gad/verdict')
  await expect(backend.getByText('NO PROCEDE', { exact: false }).or(backend.getByText('No procede')).first()).toBeVisible()
  await expect(backend.getByText('Quedan 5 requisitos bloqueantes o críticos sin probar')).toBeVisible()

  await backend.goto('/grupo-gad/items/OBS-01')
  await expect(backend.getByText('Sin probar').first()).toBeVisible()
  const requirements = backend.getByRole('article')
  const count = await requirements.count()
  for (let index = 0; index < count; index += 1) {
    const requirement = requirements.nth(index)
    await requirement.getByText('Presentar evidencia').click()
    // Rules and scraping, what the application answers, and what Prometheus says of it: files that are as the assessment asks.
    const kinds = [['prometheus-rules', 'prometheus-config'], ['metrics-exposition'], ['prometheus-targets']][index] ?? []
    const files = kinds.map(kind => goodFile(kind, new Date().toISOString().slice(0, 10)))
    await requirement.locator('input[type=file]').setInputFiles(files.map(({ name, text }) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })))
    await expect(requirement.getByText('Listo para presentar', { exact: true })).toHaveCount(files.length)
    await requirement.getByRole('button', { name: 'Enviar a revisión' }).click()
    await expect(requirement.getByText('Enviada a revisión').first()).toBeVisible()
    await expect(requirement.getByText('En revisión').first()).toBeVisible()
  }
  // Nobody reviews what they handed in.
  await expect(backend.getByRole('button', { name: 'Aceptar' })).toHaveCount(0)

  const reviewer = await signInAs('reviewer')
  await reviewer.goto('/grupo-gad/items/OBS-01')
  // Whoever is faster than the page that shows it does not rule on the same revision again.
  await reviewer.route('**/*_rsc=*', async route => {
    await new Promise(resolve => setTimeout(resolve, 500))
    await route.continue()
  })
  for (let left = count; left > 0; left -= 1) {
    await reviewer.getByRole('button', { name: 'Aceptar', exact: true }).first().click()
    await expect(reviewer.getByRole('button', { name: 'Aceptar', exact: true })).toHaveCount(left - 1)
  }
  await expect(reviewer.getByText('Todo lo que debía probarse está probado.')).toBeVisible()

  await backend.goto('/grupo-gad/verdict')
  await expect(backend.getByText('Quedan 4 requisitos bloqueantes o críticos sin probar')).toBeVisible()
})
