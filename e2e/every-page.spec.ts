import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { handInLink } from './hand-in'
import { expect, test } from './people'

// Each page once, as the role that sees and may do most on it.
const visits = {
  sre: [
    '/', '/account', '/grupo-gad', '/grupo-gad/mine', '/grupo-gad/review', '/grupo-gad/items', '/grupo-gad/items?kind=all',
    '/grupo-gad/items?group=owner&columns=dimension,assignee,due,agreed,declared,proven', '/grupo-gad/items/import', '/grupo-gad/items/OBS-02',
    '/grupo-gad/items/DEP-01', '/grupo-gad/dimensions', '/grupo-gad/dimensions/observability', '/grupo-gad/dimensions/disaster-recovery',
    '/grupo-gad/roadmap', '/grupo-gad/roadmap/TASK-03', '/grupo-gad/verdict', '/grupo-gad/verdict/what-if?proven=OBS-01,NO-99',
    '/grupo-gad/events', '/grupo-gad/configuration', '/grupo-gad/alert-routing?labels=severity%3Dcritical', '/checks/fly/force-https', '/api-reference', '/grupo-gad/items/NO-99', '/admin', '/sign-in', '/refused?reason=second_factor', '/signed-out',
  ],
  reviewer: ['/grupo-gad/mine', '/grupo-gad/review', '/grupo-gad/items/DEP-06'],
  admin: [
    '/admin', '/admin/people/', '/admin/groups', '/admin/groups?group=dictamen-role-admin', '/admin/teams', '/admin/teams?team=sre',
    '/admin/absences', '/admin/assessments', '/grupo-gad/events', '/grupo-gad/settings', '/grupo-gad/settings/policy', '/new',
  ],
} as const

const wide = { width: 1280, height: 720 }
const phone = { width: 390, height: 844 }
// Both languages in both themes, and each on a phone.
const looks = {
  es: [{ size: wide, colorScheme: 'light' }, { size: wide, colorScheme: 'dark' }, { size: phone, colorScheme: 'light' }],
  en: [{ size: wide, colorScheme: 'light' }, { size: wide, colorScheme: 'dark' }, { size: phone, colorScheme: 'dark' }],
} as const

const accounts = Object.keys(visits) as (keyof typeof visits)[]
const languages = Object.keys(looks) as (keyof typeof looks)[]
for (const { account, language } of accounts.flatMap(account => languages.map(language => ({ account, language })))) {
  test(`axe finds nothing on any page of ${account} in ${language}, none is wider than a phone, and no policy is broken`, async ({ signInAs }) => {
    test.setTimeout(300_000)
    const page = await signInAs(account, { reducedMotion: 'reduce' })
    const broken: string[] = []
    page.on('console', message => { if (/Content Security Policy/.test(message.text())) broken.push(message.text()) })
    page.on('pageerror', error => broken.push(error.message))
    if (account === 'reviewer') await handIn(await signInAs('sre'))
    await speak(page, language)
    for (const path of visits[account]) {
      await page.setViewportSize(wide)
      await page.goto(path === '/admin/people/' ? await anyPerson(page) : path)
      await page.waitForLoadState('load')
      for (const { size, colorScheme } of looks[language]) {
        await page.setViewportSize(size)
        await page.emulateMedia({ colorScheme })
        const where = `${path}, ${colorScheme}, ${size.width} px`
        expect.soft(await complaints(page), where).toEqual([])
        const { scroll, client } = await page.evaluate(() => ({ scroll: document.documentElement.scrollWidth, client: document.documentElement.clientWidth }))
        if (size === phone) expect.soft(scroll, where).toBeLessThanOrEqual(client)
      }
    }
    expect(broken).toEqual([])
    await speak(page, 'es')
  })
}

async function speak(page: Page, language: keyof typeof looks): Promise<void> {
  await page.goto('/account')
  await page.getByRole('button', { name: language === 'es' ? 'Español' : 'English', exact: true }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', language)
}

/** Gives the reviewer something to review, once for both languages. */
async function handIn(page: Page): Promise<void> {
  await page.goto('/grupo-gad/items/DEP-06')
  const requirement = page.getByRole('article').first()
  if (await requirement.getByText('En revisión').count() > 0) return
  await handInLink(requirement, 'https://example.org/entrega')
}

async function anyPerson(page: Page): Promise<string> {
  await page.goto('/admin')
  return await page.locator('a[href^="/admin/people/"]').first().getAttribute('href') ?? ''
}

/** What axe finds on the page as it stands, a line a rule. */
async function complaints(page: Page): Promise<string[]> {
  const axe = new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
  const { violations } = await axe.setLegacyMode().analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}
