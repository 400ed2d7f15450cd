import { chromium, type BrowserContext, type Page } from '@playwright/test'
import type { System } from './system'

/** What a browser pays for the first load of a page. */
export interface PageCost {
  /** Compressed bytes of scripts that came over the line. */
  scriptBytes: number
  /** Milliseconds: the largest thing on the page is painted. */
  largestPaint: number
  /** Milliseconds beyond 50 of each long task. */
  blocked: number
}

interface Line {
  /** How many times slower the processor is made. */
  slowdown: number
  megabitsPerSecond: number
  latencyMilliseconds: number
}

/** Opens a page in Chromium with an empty cache, and tells what that cost. */
export async function measurePage(system: System, cookie: string, path: string): Promise<PageCost> {
  return inBrowser(system, cookie, async page => {
    const session = await page.context().newCDPSession(page)
    await session.send('Network.enable')
    const scripts = new Set<string>()
    let scriptBytes = 0
    session.on('Network.responseReceived', ({ requestId, type }) => { if (type === 'Script') scripts.add(requestId) })
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => { if (scripts.has(requestId)) scriptBytes += encodedDataLength })
    await page.addInitScript(() => {
      const seen = { largestPaint: 0, blocked: 0 }
      Object.assign(window, { seen })
      new PerformanceObserver(list => { seen.largestPaint = list.getEntries().at(-1)?.startTime ?? 0 }).observe({ type: 'largest-contentful-paint', buffered: true })
      new PerformanceObserver(list => { for (const task of list.getEntries()) seen.blocked += Math.max(0, task.duration - 50) }).observe({ type: 'longtask', buffered: true })
    })
    await page.goto(system.app + path, { waitUntil: 'load' })
    await page.waitForTimeout(3_000)
    const seen = await page.evaluate(() => (window as unknown as { seen: { largestPaint: number; blocked: number } }).seen)
    return { scriptBytes, ...seen }
  })
}

/** Milliseconds from the start of the navigation until the rows of the page's table are painted, over a slow line. */
export async function measureRowsVisible(system: System, cookie: string, path: string, line: Line): Promise<number> {
  return inBrowser(system, cookie, async page => {
    const session = await page.context().newCDPSession(page)
    await session.send('Network.enable')
    const throughput = (line.megabitsPerSecond * 1_000_000) / 8
    await session.send('Network.emulateNetworkConditions', {
      offline: false, latency: line.latencyMilliseconds, downloadThroughput: throughput, uploadThroughput: throughput,
    })
    await session.send('Emulation.setCPUThrottlingRate', { rate: line.slowdown })
    await page.addInitScript(() => {
      const look = () => {
        const rows = document.querySelectorAll('main tbody tr')
        const last = rows[rows.length - 1]
        if (document.readyState !== 'loading' && last && last.getBoundingClientRect().height > 0)
          requestAnimationFrame(() => setTimeout(() => Object.assign(window, { rowsVisible: performance.now() })))
        else requestAnimationFrame(look)
      }
      requestAnimationFrame(look)
    })
    await page.goto(system.app + path)
    const handle = await page.waitForFunction(() => (window as unknown as { rowsVisible?: number }).rowsVisible, undefined, { timeout: 60_000 })
    return Number(await handle.jsonValue())
  })
}

async function inBrowser<T>(system: System, cookie: string, work: (page: Page) => Promise<T>): Promise<T> {
  const browser = await chromium.launch({
    ...(process.env.CHROMIUM_PATH && { executablePath: process.env.CHROMIUM_PATH }), args: ['--no-sandbox'],
  })
  try {
    const context: BrowserContext = await browser.newContext({ viewport: { width: 1280, height: 900 } })
    const [name = '', value = ''] = cookie.split('=')
    await context.addCookies([{ name, value, url: system.app }])
    return await work(await context.newPage())
  } finally {
    await browser.close()
  }
}
