import path from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { applyMigrations } from '@/lib/db/migrations'
import { startScratchPostgres } from './scratch-postgres'

declare module 'vitest' {
  export interface ProvidedContext {
    /** A throw-away server, as one who may create databases; `dictamen_template` holds the migrated schema. */
    postgresUrl: string
  }
}

/** Starts one server for all integration tests; each takes a database of its own by `createTestDatabase`. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const scratch = await startScratchPostgres()
  try {
    await query(scratch.url, 'CREATE DATABASE dictamen_template')
    const template = new URL(scratch.url)
    template.pathname = '/dictamen_template'
    await applyMigrations(template.href, path.resolve('prisma/migrations'))
  } catch (error) {
    await scratch.stop()
    throw error
  }
  project.provide('postgresUrl', scratch.url)
  return () => scratch.stop()
}

async function query(connectionString: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  await client.query(sql).finally(() => client.end())
}
