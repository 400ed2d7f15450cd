import AxeBuilder from '@axe-core/playwright'
import { expect, test } from './people'

const paths = [
  '/', '/account', '/grupo-gad', '/grupo-gad/mine', '/grupo-gad/review', '/grupo-gad/items', '/grupo-gad/items?kind=all',
  '/grupo-gad/items?group=owner&columns=dimension,assignee,due,agreed,declared,proven', '/grupo-gad/items/import', '/grupo-gad/items/OBS-01', '/grupo-gad/items/DEP-01',
  '/grupo-gad/dimensions', '/grupo-gad/dimensions/observability', '/grupo-gad/dimensions/disaster-recovery', '/grupo-gad/roadmap',
  '/grupo-gad/roadmap/TASK-01', '/grupo-gad/verdict', '/grupo-gad/verdict/what-if?proven=OBS-01,NO-99', '/grupo-gad/events', '/grupo-gad/items/NO-99',
]
const administration = [
  '/admin', '/admin/groups', '/admin/groups?group=dictamen-role-admin', '/admin/teams', '/admin/teams?team=sre', '/admin/absences',
  '/admin/assessments', '/grupo-gad/settings', '/grupo-gad/settings/policy', '/new',
]
const outside = ['/sign-in', '/refused?reason=second_factor', '/signed-out']
const visits = { sre: [...paths, ...outside], admin: administration } as const

const accounts = Object.keys(visits) as (keyof typeof visits)[]
// Each theme and each language once.
const looks = [{ colorScheme: 'light', language: 'es' }, { colorScheme: 'dark', language: 'en' }] as const
for (const { account, colorScheme, language } of accounts.flatMap(account => looks.map(look => ({ account, ...look })))) {
  test(`axe finds nothing on any page of ${account}, and no policy is broken: ${colorScheme}, ${language}`, async ({ signInAs }) => {
    test.setTimeout(300_000)
    const page = await signInAs(account, { colorScheme, reducedMotion: 'reduce' })
    const broken: string[] = []
    page.on('console', message => { if (/Content Security Policy/.test(message.text())) broken.push(message.text()) })
    page.on('pageerror', error => broken.push(error.message))
    await page.goto('/account')
    await page.getByRole('button', { name: language === 'es' ? 'Español' : 'English', exact: true }).click()
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    for (const path of visits[account]) {
      await page.goto(path)
      await page.waitForLoadState('load')
      const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`), path).toEqual([])
    }
    expect(broken).toEqual([])
    await page.goto('/account')
    await page.getByRole('button', { name: 'Español', exact: true }).click()
    await expect(page.locator('html')).toHaveAttribute('lang', 'es')
  })
}

for (const account of accounts) {
  test(`on a phone no page of ${account} is wider than the screen`, async ({ signInAs }) => {
    const page = await signInAs(account, { viewport: { width: 390, height: 844 } })
    for (const path of visits[account]) {
      await page.goto(path)
      const { scroll, client } = await page.evaluate(() => ({ scroll: document.documentElement.scrollWidth, client: document.documentElement.clientWidth }))
      expect(scroll, path).toBeLessThanOrEqual(client)
    }
  })
}
