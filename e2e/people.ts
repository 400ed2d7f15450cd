import { test as base, type Browser, type BrowserContext, type Page } from '@playwright/test'
import type { DemoAccount } from '../server/identity-provider/accounts'

type AccountId = DemoAccount['id']

/** Signs in as a person would: through the provider, in a browser of their own. Browsers are kept and shared by account. */
export type SignInAs = (account: AccountId, options?: Parameters<Browser['newContext']>[0]) => Promise<Page>

interface Fixtures {
  signInAs: SignInAs
}

/** Signs the browser in as an account of the development provider. */
export async function signIn(page: Page, account: AccountId): Promise<void> {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: /institucional|institutional/i }).click()
  await page.locator(`button[name=account][value="${account}"]`).click()
}

export const test = base.extend<Fixtures>({
  signInAs: async ({ browser, baseURL }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (account, options) => {
      const kept = states.get(account)
      const context = await browser.newContext({ baseURL, locale: 'es-AR', ...(kept && { storageState: kept }), ...options })
      contexts.push(context)
      const page = await context.newPage()
      if (kept) return page
      await signIn(page, account)
      await page.waitForURL(url => url.origin === baseURL && url.pathname === '/')
      states.set(account, await context.storageState())
      return page
    })
    await Promise.all(contexts.map(context => context.close()))
  },
})

const states = new Map<AccountId, Awaited<ReturnType<BrowserContext['storageState']>>>()

export { expect } from '@playwright/test'
