import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { defineConfig, devices } from '@playwright/test'
import { addresses } from './e2e/addresses'

// The runner and each worker read this file; the first of them makes the folder of the run.
if (!process.env.E2E_DATA_DIR) {
  process.env.E2E_DATA_DIR = mkdtempSync(path.join(tmpdir(), 'dictamen-e2e-'))
  // Root's Postgres runs as another user, which passes through here.
  chmodSync(process.env.E2E_DATA_DIR, 0o711)
}

export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.spec.ts',
  // One server and one assessment for all stories: each minds what the others may have changed.
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  outputDir: 'test-results',
  use: {
    ...devices['Desktop Chrome'],
    baseURL: addresses.app,
    locale: 'es-AR',
    timezoneId: 'America/Argentina/Buenos_Aires',
    trace: 'retain-on-failure',
    launchOptions: {
      // Chromium names downloads in the letters of its locale, and falls back to none where there is no locale.
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
      ...(process.env.CHROMIUM_PATH && { executablePath: process.env.CHROMIUM_PATH }),
      args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
    },
  },
  webServer: {
    command: 'node scripts/start.mjs',
    url: `${addresses.app}/readyz`,
    timeout: 300_000,
    stdout: 'ignore',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
    env: {
      NODE_ENV: 'production', LOG_LEVEL: 'warn', DATA_DIR: process.env.E2E_DATA_DIR,
      PORT: String(addresses.port), OIDC_PROVIDER_PORT: String(addresses.providerPort),
    },
  },
})
