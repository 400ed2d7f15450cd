import type { Page } from '@playwright/test'
import { addresses } from './addresses'
import { expect, test } from './people'

const item = '/grupo-gad/items/REC-17'

test('people name each other, follow an item, and take their words back', async ({ signInAs }) => {
  const sre = await signInAs('sre')
  const colleague = await signInAs('sre2')
  // Whoever has never signed in cannot be named.
  const reviewer = await signInAs('reviewer')
  await sre.goto(item)
  const field = sre.getByLabel('Comentario', { exact: true })
  await field.fill('Ver https://example.org/targets. ')
  await field.pressSequentially('@pau')
  await expect(sre.getByRole('listbox', { name: 'Personas' }).getByRole('option', { name: 'Paula Medina' })).toHaveAttribute('aria-selected', 'true')
  await field.press('Enter')
  await field.pressSequentially('¿alcanza <b>así</b>?')
  const typed = 'Ver https://example.org/targets. @Paula Medina ¿alcanza <b>así</b>?'
  await expect(field).toHaveValue(typed)

  // Another person's change comes in, and the page is loaded anew: the words stay.
  await colleague.goto(item)
  await colleague.getByLabel('Estado declarado').selectOption('in_progress')
  await colleague.getByRole('button', { name: 'Guardar' }).first().click()
  await expect(sre.getByRole('region', { name: 'Actividad' })).toContainText('declaró REC-17 como «En curso»')
  await expect(field).toHaveValue(typed)
  await sre.reload()
  await expect(field).toHaveValue(typed)

  const executive = await signInAs('executive')
  await executive.goto(item)
  await executive.getByRole('button', { name: 'Seguir', exact: true }).click()
  await expect(executive.getByRole('button', { name: 'Dejar de seguir' })).toBeVisible()

  await sre.getByRole('button', { name: 'Publicar' }).click()
  await expect(sre.getByText('Comentario publicado')).toBeVisible()
  await expect(field).toHaveValue('')
  const thread = sre.getByRole('region', { name: 'Actividad' }).getByRole('listitem')
  const comment = thread.filter({ hasText: 'Diego Herrera comentó' }).first()
  await expect(comment).toContainText('@Paula Medina ¿alcanza <b>así</b>?')
  await expect(comment.getByRole('link')).toHaveAttribute('href', 'https://example.org/targets')
  // Who spoke follows, and needs no button for it.
  await expect(sre.getByRole('button', { name: 'Seguir', exact: true })).toHaveAccessibleDescription('Lo sigue porque comentó')

  await reviewer.goto('/grupo-gad/mine')
  await reviewer.getByRole('link', { name: 'Diego Herrera en REC-17' }).click()
  await expect(reviewer.getByText('¿alcanza <b>así</b>?')).toBeInViewport()
  await expect(reviewer.getByText('Retirar', { exact: true })).toHaveCount(0)
  await executive.goto('/grupo-gad/mine')
  await expect(executive.getByRole('region', { name: 'Requisitos que sigue' })).toContainText('Diego Herrera comentó en REC-17')

  await comment.getByText('Retirar', { exact: true }).click()
  await comment.getByRole('button', { name: 'Retirar el comentario' }).click()
  await expect(reviewer.getByText('Diego Herrera retiró este comentario', { exact: false })).toBeVisible()
  await expect(reviewer.getByText('¿alcanza', { exact: false })).toHaveCount(0)
  await reviewer.goto('/grupo-gad/mine')
  await expect(reviewer.getByRole('link', { name: 'Diego Herrera en REC-17' })).toHaveCount(0)
})

test('who only reads is told why nothing can be said', async ({ signInAs }) => {
  const auditor = await signInAs('auditor')
  await auditor.goto(item)
  await expect(auditor.getByLabel('Comentario', { exact: true })).toBeDisabled()
  for (const name of ['Publicar', 'Seguir'])
    await expect(auditor.getByRole('button', { name, exact: true })).toHaveAccessibleDescription('Su función solo permite leer')
})

test('a date that moved stands in the thread with its reason', async ({ signInAs }) => {
  const sre = await signInAs('sre')
  await sre.goto(item)
  await sre.getByLabel('Fecha objetivo').fill('2027-01-10')
  await sre.getByLabel('Por qué se mueve la fecha').fill('Los targets llegan en enero')
  await sre.getByRole('button', { name: 'Guardar' }).nth(1).click()
  const activity = sre.getByRole('region', { name: 'Actividad' })
  await expect(activity).toContainText('fecha objetivo ninguna → 10 ene 2027')
  await expect(activity).toContainText('Motivo: Los targets llegan en enero')
})

test('a thread longer than the page leads to its beginning, and a mention to where it was made', async ({ signInAs }) => {
  const long = '/grupo-gad/items/REC-04'
  const sre = await signInAs('sre')
  const reviewer = await signInAs('reviewer')
  await sre.goto(long)
  const listed = await sre.request.get('/api/v1/assessments/grupo-gad/items?limit=500')
  const { items } = await listed.json() as { items: { code: string; version: number }[] }
  let version = items.find(({ code }) => code === 'REC-04')?.version ?? 0
  /** Declares the status anew, as a program of the owner's might. */
  const change = async (times: number) => {
    for (let turn = 0; turn < times; turn += 1) {
      const headers = { origin: addresses.app, 'if-match': `"${version}"` }
      const changed = await sre.request.patch(`/api/v1/assessments${long}`, { headers, data: { status: turn % 2 ? 'partial' : 'in_progress' } })
      expect(changed.status()).toBe(200)
      version = (await changed.json() as { version: number }).version
    }
  }
  const entries = (page: Page) => page.getByRole('region', { name: 'Actividad' }).getByRole('listitem')
  const whole = sre.getByRole('link', { name: 'Ver toda la actividad' })

  // One thing more than is shown, all of one kind.
  await change(31)
  await sre.goto(long)
  await expect(entries(sre)).toHaveCount(30)
  await whole.click()
  await expect(entries(sre)).not.toHaveCount(30)
  await expect(whole).toHaveCount(0)

  const field = sre.getByLabel('Comentario', { exact: true })
  await field.pressSequentially('@pau')
  await expect(sre.getByRole('listbox', { name: 'Personas' }).getByRole('option', { name: 'Paula Medina' })).toHaveAttribute('aria-selected', 'true')
  await field.press('Enter')
  await field.pressSequentially('¿lo ve en el hilo largo?')
  await sre.getByRole('button', { name: 'Publicar' }).click()
  await expect(sre.getByText('Comentario publicado')).toBeVisible()
  const executive = await signInAs('executive')
  await executive.goto(long)
  await executive.getByRole('button', { name: 'Seguir', exact: true }).click()
  await expect(executive.getByRole('button', { name: 'Dejar de seguir' })).toBeVisible()
  await change(31)
  await sre.goto(long)
  await expect(sre.getByText('¿lo ve en el hilo largo?')).toHaveCount(0)
  await expect(sre.getByRole('link', { name: '1 comentario' })).toBeVisible()
  await reviewer.goto('/grupo-gad/mine')
  await reviewer.getByRole('link', { name: 'Diego Herrera en REC-04' }).click()
  await expect(reviewer.getByText('¿lo ve en el hilo largo?')).toBeInViewport()

  // What is followed is cut as openly.
  const followed = executive.getByRole('region', { name: 'Requisitos que sigue' })
  await executive.goto('/grupo-gad/mine')
  await expect(followed.getByRole('listitem')).toHaveCount(30)
  await followed.getByRole('link', { name: 'Ver toda la actividad' }).click()
  await expect(executive).toHaveURL(/activity=all#follows/)
  await expect(followed.getByRole('listitem').nth(31)).toBeAttached()
})
