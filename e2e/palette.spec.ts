import AxeBuilder from '@axe-core/playwright'
import { expect, test } from './people'

test('by keyboard alone from any page to an item, in words without accents', async ({ signInAs }) => {
  const page = await signInAs('sre')
  await page.goto('/grupo-gad/events')
  await page.waitForLoadState('networkidle')
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: 'Ir a cualquier lugar' })
  const field = palette.getByRole('combobox')
  await expect(field).toBeFocused()
  await expect(palette.getByRole('option', { name: /^Dictamen ?Página/ })).toBeVisible()
  await expect(palette.getByRole('option', { name: /^DR-01/ })).toHaveCount(0)

  await page.keyboard.type('metricas http')
  await expect(palette.getByRole('status')).toHaveText(/^Resultados: \d+/)
  await expect(palette.getByRole('option').first()).toContainText('Métricas HTTP')
  await field.fill('obs02')
  await expect(palette.getByRole('option', { selected: true })).toContainText('OBS-02')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/grupo-gad/items/OBS-02')
})

test('arrows choose, Escape closes, and the focus is back where it was', async ({ signInAs }) => {
  const page = await signInAs('sre')
  await page.goto('/grupo-gad')
  const button = page.getByRole('button', { name: /^Buscar…/ })
  await page.waitForLoadState('networkidle')
  await button.press('Enter')
  const palette = page.getByRole('dialog')
  const options = palette.getByRole('option')
  await expect(options.first()).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('ArrowDown')
  await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true')
  const active = await palette.getByRole('combobox').getAttribute('aria-activedescendant')
  await expect(options.nth(1)).toHaveId(active ?? '')

  await page.keyboard.type('nada que se llame así')
  await expect(palette.getByText('Nada coincide.')).toBeVisible()
  await expect(palette.getByRole('status')).toHaveText('Resultados: 0')
  for (let step = 0; step < 4; step++) {
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement === document.body || document.activeElement?.closest('dialog') !== null)).toBe(true)
  }
  await page.keyboard.press('Escape')
  await expect(palette).toHaveCount(0)
  await expect(button).toBeFocused()

  const account = page.getByRole('link', { name: 'Cuenta' }).first()
  await account.focus()
  await page.keyboard.press('Control+k')
  await expect(palette).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(account).toBeFocused()
})

test('everybody is offered what their roles open, and no more', async ({ signInAs }) => {
  const offered = async (account: 'executive' | 'sre' | 'admin') => {
    const page = await signInAs(account)
    await page.goto('/grupo-gad/verdict')
    await page.getByRole('button', { name: /^Buscar…/ }).click()
    await expect(page.getByRole('option', { name: 'Cerrar sesión' })).toBeVisible()
    return page.getByRole('option').allTextContents()
  }
  const has = (texts: string[], words: string) => texts.some(text => text.startsWith(words))
  const executive = await offered('executive')
  for (const refused of ['Importar cambios', 'Nueva evaluación', 'Administración', 'ConfiguraciónPágina']) expect(has(executive, refused), refused).toBe(false)
  expect(has(executive, 'Descargar los requisitos en CSV')).toBe(true)
  expect(has(await offered('sre'), 'Importar cambios')).toBe(true)
  const admin = await offered('admin')
  for (const open of ['Nueva evaluación', 'Administración: Personas', 'ConfiguraciónPágina']) expect(has(admin, open), open).toBe(true)
})

test('the language is changed from it, outside an assessment too, and it then speaks that language', async ({ signInAs }) => {
  const page = await signInAs('executive')
  await page.goto('/account')
  await page.waitForLoadState('networkidle')
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill('idioma')
  await expect(page.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill('espanol')
  await expect(page.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('lang', 'es')
})

test('outside an assessment a code leads into it, by its title, and administrators find people and every page', async ({ signInAs }) => {
  const page = await signInAs('admin')
  await page.goto('/account')
  await page.waitForLoadState('networkidle')
  await page.keyboard.press('Control+k')
  const field = page.getByRole('combobox')
  // Nothing typed offers where one can be led to, not what is in each assessment.
  await expect(page.getByRole('option', { name: /^Interfaz de programación/ })).toBeVisible()
  const people = page.getByRole('option', { name: /Persona$/ })
  await expect(people).toHaveCount(0)
  await field.fill('ponce')
  await expect(people).toHaveText(/^Carla Ponce/)
  await field.fill('OBS-01')
  const found = page.getByRole('option', { name: /^OBS-01.*GRUPO_GAD/ })
  await expect(found.first()).toBeVisible()
  await found.first().click()
  await expect(page).toHaveURL('/grupo-gad/items/OBS-01')
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the open palette, with results and without: ${colorScheme}`, async ({ signInAs }) => {
    const page = await signInAs('sre', { colorScheme })
    await page.goto('/grupo-gad/roadmap')
    await page.getByRole('button', { name: /^Buscar…/ }).click()
    const palette = page.getByRole('dialog')
    for (const typed of ['', 'obs', 'nada de esto']) {
      await palette.getByRole('combobox').fill(typed)
      await expect(palette.getByRole('status')).toHaveText(typed === 'nada de esto' ? 'Resultados: 0' : /^Resultados: [1-9]/)
      const { violations } = await new AxeBuilder({ page }).include('dialog').withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`), typed).toEqual([])
    }
  })
}
