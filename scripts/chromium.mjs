import { existsSync } from 'node:fs'
import { installFromDebian } from './debian.mjs'
import { run, say, tool } from './runtime.mjs'

const systemPaths = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/**
 * The environment that makes Playwright find a browser, or nothing where there is none to be had: the one that
 * CHROMIUM_PATH names, Playwright's own, the system's, Playwright's downloaded, or Debian's.
 */
export async function findChromium() {
  if (process.env.CHROMIUM_PATH) return { CHROMIUM_PATH: process.env.CHROMIUM_PATH }
  const { chromium } = await import('@playwright/test')
  const ownOne = () => existsSync(chromium.executablePath())
  const systemOne = () => systemPaths.find(path => existsSync(path))
  if (ownOne()) return {}
  if (systemOne()) return { CHROMIUM_PATH: systemOne() }
  say('downloading Chromium for the browser tests')
  await run(tool('playwright'), ['install', 'chromium'], { timeout: 60_000 })
  if (ownOne()) return {}
  if (!installFromDebian(['chromium'], 'for the browser tests')) return undefined
  return systemOne() && { CHROMIUM_PATH: systemOne() }
}
