import { expect, signIn, test } from './people'

test('without a second factor nobody enters, and is told why', async ({ page }) => {
  await signIn(page, 'nomfa')
  await expect(page.getByText('segundo factor').first()).toBeVisible()
  await page.goto('/grupo-gad')
  await expect(page).toHaveURL(/\/sign-in/)
})

test('without a mapped group nobody enters, and is told whom to ask', async ({ page }) => {
  await signIn(page, 'nogroup')
  await expect(page.getByText('no pertenece a ningún grupo')).toBeVisible()
  await expect(page.getByText('dictamen@example.org')).toBeVisible()
})

test('who follows a link is brought back to it after signing in', async ({ page }) => {
  await page.goto('/grupo-gad/items/DR-01')
  await expect(page).toHaveURL(/\/sign-in\?next=/)
  await page.getByRole('button', { name: /institucional/ }).click()
  await page.locator('button[name=account][value=executive]').click()
  await expect(page).toHaveURL(/\/grupo-gad\/items\/DR-01$/)
})

test('who is in by now is led on, and nowhere else', async ({ page, baseURL }) => {
  await signIn(page, 'executive')
  for (const [next, leads] of [['/grupo-gad/verdict', '/grupo-gad/verdict'], ['//example.org', '/'], ['/\t/example.org', '/']]) {
    await page.goto(`/sign-in?next=${encodeURIComponent(next ?? '')}`)
    await expect(page).toHaveURL(new URL(leads ?? '', baseURL).href)
  }
})

test('signing out ends the session here and at the provider', async ({ page, context }) => {
  await signIn(page, 'auditor')
  await expect(page.getByRole('heading', { name: 'Evaluaciones' })).toBeVisible()
  const cookies = await context.cookies()
  await page.goto('/account')
  await page.getByRole('button', { name: 'Cerrar sesión' }).click()
  await expect(page).toHaveURL(/\/signed-out/)
  await page.goto('/grupo-gad')
  await expect(page).toHaveURL(/\/sign-in/)
  // The old cookie is worth nothing any more.
  await context.addCookies(cookies.filter(({ name }) => name.includes('dictamen.session')))
  await page.goto('/grupo-gad')
  await expect(page).toHaveURL(/\/sign-in/)
})

test('the language is kept for the person, in any browser', async ({ page, browser, baseURL }) => {
  await signIn(page, 'admin2')
  await page.goto('/grupo-gad')
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('link', { name: 'Roadmap' }).first()).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  const elsewhere = await browser.newContext({ baseURL, locale: 'es-AR' })
  const other = await elsewhere.newPage()
  await signIn(other, 'admin2')
  await expect(other.getByRole('heading', { name: 'Assessments' })).toBeVisible()
  await elsewhere.close()
})
