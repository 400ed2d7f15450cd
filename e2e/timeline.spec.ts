import type { Page } from '@playwright/test'
import { expect, test } from './people'

/** The bar of a task by its title, where it can be moved. */
const barOf = (page: Page, title: string) => page.getByRole('button', { name: new RegExp(`^${title}.*Mover fechas$`) })

test('an SRE moves a task by keyboard, and nothing moves before the reason is given', async ({ signInAs }) => {
  const page = await signInAs('sre')
  const bar = barOf(page, 'Dashboards mínimos viables')
  await page.goto('/grupo-gad/roadmap')
  await expect(bar).toHaveAccessibleName(/del 16 nov 2026 al 16 dic 2026/)
  await bar.focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(page.getByRole('status').filter({ hasText: '17 nov 2026 → 24 dic 2026' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByText('17 nov 2026 → 24 dic 2026')).toBeHidden()

  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: /Mover las fechas de TASK-03/ })
  await expect(dialog.locator('[name=startOn]')).toHaveValue('2026-11-17')
  await expect(dialog.locator('[name=dueOn]')).toHaveValue('2026-12-17')
  await dialog.getByRole('button', { name: 'Guardar' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Falta este dato')
  await dialog.locator('[name=reason]').fill('Los paneles esperan las métricas')
  await dialog.getByRole('button', { name: 'Guardar' }).click()
  await expect(dialog).toBeHidden()
  await expect(bar).toBeFocused()
  await expect(bar).toHaveAccessibleName(/del 17 nov 2026 al 17 dic 2026/)

  await page.goto('/grupo-gad/roadmap/TASK-03')
  await expect(page.getByText('Los paneles esperan las métricas').first()).toBeVisible()
})

test('an SRE drags the end of a bar, and leaves it as it was', async ({ signInAs }) => {
  const page = await signInAs('sre')
  const bar = barOf(page, 'Integrar Slack/webhooks')
  await page.goto('/grupo-gad/roadmap')
  await bar.scrollIntoViewIfNeeded()
  const name = await bar.getAttribute('aria-label')
  const box = await bar.boundingBox()
  if (!box) throw new Error('no bar')
  await page.mouse.move(box.x + box.width - 3, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width + 60, box.y + box.height / 2, { steps: 5 })
  await expect(page.getByRole('status').filter({ hasText: '→' })).toBeVisible()
  await page.mouse.up()
  const dialog = page.getByRole('dialog')
  await expect(dialog.locator('[name=startOn]')).toHaveValue('2026-11-16')
  await expect(dialog.locator('[name=dueOn]')).not.toHaveValue('2026-12-16')
  await dialog.getByRole('button', { name: 'Cancelar, dejar como está' }).click()
  await expect(dialog).toBeHidden()
  await expect(bar).toHaveAttribute('aria-label', name ?? '')
  expect((await bar.boundingBox())?.width).toBeCloseTo(box.width, 0)
})

test('an SRE drags a whole bar, gives the reason, and it stays where it was put', async ({ signInAs }) => {
  const page = await signInAs('sre')
  const bar = barOf(page, 'Habilitar Caddy exporter')
  await page.goto('/grupo-gad/roadmap')
  await bar.scrollIntoViewIfNeeded()
  const box = await bar.boundingBox()
  if (!box) throw new Error('no bar')
  const dialog = page.getByRole('dialog', { name: /Mover las fechas de TASK-05/ })
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  // A press before the page listens moves nothing.
  await expect(async () => {
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x + 40, y, { steps: 5 })
    await page.mouse.up()
    await expect(dialog).toBeVisible({ timeout: 5_000 })
  }).toPass()
  const [startOn, dueOn] = [await dialog.locator('[name=startOn]').inputValue(), await dialog.locator('[name=dueOn]').inputValue()]
  await dialog.locator('[name=reason]').fill('El exporter espera la versión nueva')
  await dialog.getByRole('button', { name: 'Guardar' }).click()
  await expect(dialog).toBeHidden()
  expect((await bar.boundingBox())?.x).toBeGreaterThan(box.x)
  expect((await bar.boundingBox())?.width).toBeCloseTo(box.width, 0)

  await page.goto('/grupo-gad/roadmap/TASK-05')
  await expect(page.locator('[name=startOn]')).toHaveValue(startOn)
  await expect(page.locator('[name=dueOn]')).toHaveValue(dueOn)
  await expect(page.getByText('Motivo: El exporter espera la versión nueva')).toBeVisible()
})

test('an executive sees the same bars and can move none', async ({ signInAs }) => {
  const page = await signInAs('executive')
  await page.goto('/grupo-gad/roadmap')
  const timeline = page.getByRole('region', { name: 'Línea de tiempo' })
  await expect(timeline.getByRole('listitem')).toHaveCount(10)
  await expect(timeline.getByText(/Del 16 nov 2026 al 16 dic 2026; declarada:/).first()).toBeAttached()
  await expect(timeline.getByRole('button')).toHaveCount(0)
})

test('on a phone the lists stand in for the timeline', async ({ signInAs }) => {
  const page = await signInAs('sre', { viewport: { width: 390, height: 844 } })
  await page.goto('/grupo-gad/roadmap')
  await expect(page.getByRole('heading', { name: 'Línea de tiempo' })).toBeHidden()
  await expect(page.getByRole('heading', { name: 'Días 0 a 30' })).toBeVisible()
})
