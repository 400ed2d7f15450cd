import { defineConfig } from 'vitest/config'

const alias = { '@': import.meta.dirname }

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          include: ['{lib,server,components,scripts,assessments,bin}/**/*.test.{ts,tsx}', '*.test.ts'],
          exclude: ['**/*.integration.test.ts', 'node_modules/**'],
          // Properties and corpora take their time where others work too.
          testTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'integration',
          include: ['{lib,server,jobs,bin}/**/*.integration.test.ts'],
          globalSetup: ['./scripts/integration-postgres.ts', './scripts/integration-bundles.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
