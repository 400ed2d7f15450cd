import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type ColumnType,
  type SqlDriverAdapter,
  type SqlQuery,
} from '@prisma/driver-adapter-utils'
import * as engineModule from '@prisma/schema-engine-wasm/schema_engine_bg'
import type { DiffTarget } from '@prisma/schema-engine-wasm'
import pg from 'pg'

const filters = { externalTables: [], externalEnums: [] }

/**
 * The SQL that turns the database at `url` into what the Prisma schema says, and the SQL back; both empty when they
 * agree. Prisma's own engine compares, as WebAssembly: nothing is downloaded.
 */
export async function schemaDiff(url: string, schemaFile: string): Promise<{ forward: string, back: string }> {
  const content = await readFile(schemaFile, 'utf8')
  const pool = new pg.Pool({ connectionString: url, max: 1 })
  try {
    const files = [{ path: schemaFile, content }]
    const schema: DiffTarget = { tag: 'schemaDatamodel', files }
    // Stands for the adapter's database, whatever the file says.
    const database: DiffTarget = { tag: 'schemaDatasource', files, configDir: path.dirname(schemaFile) }
    const { SchemaEngine } = await (engineLoaded ??= loadEngine())
    const engine = await SchemaEngine.new({ datamodels: [[schemaFile, content]] }, () => undefined, adapterOf(pool))
    const script = async (from: DiffTarget, to: DiffTarget) => {
      const { stdout } = await engine.diff({ from, to, script: true, exitCode: true, filters })
      return stdout === null || stdout.trim() === '-- This is an empty migration.' ? '' : stdout
    }
    return { forward: await script(database, schema), back: await script(schema, database) }
  } finally {
    await pool.end()
  }
}

// The module keeps one instance: loading it twice would pull the memory from under the first.
let engineLoaded: ReturnType<typeof loadEngine> | undefined

async function loadEngine() {
  const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm')
  const wasm = await readFile(path.join(path.dirname(entry), 'schema_engine_bg.wasm'))
  const { instance } = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': engineModule })
  engineModule.__wbg_set_wasm(instance.exports)
  ;(instance.exports.__wbindgen_start as () => void)()
  return engineModule
}

// Prisma's own adapter refuses the catalog types "char" and name, which a reading of the catalog returns. These are
// all that it returns.
const columnTypes: Record<number, ColumnType> = {
  16: ColumnTypeEnum.Boolean,
  18: ColumnTypeEnum.Character,
  19: ColumnTypeEnum.Text,
  20: ColumnTypeEnum.Int64,
  21: ColumnTypeEnum.Int32,
  23: ColumnTypeEnum.Int32,
  25: ColumnTypeEnum.Text,
  26: ColumnTypeEnum.Int64,
  1009: ColumnTypeEnum.TextArray,
  1043: ColumnTypeEnum.Text,
}

function adapterOf(pool: pg.Pool) {
  const info = { provider: 'postgres', adapterName: '@prisma/adapter-pg' } as const
  const refuse = async () => {
    throw new Error('a comparison writes nothing')
  }
  const adapter: SqlDriverAdapter = {
    ...info,
    async queryRaw({ sql, args }: SqlQuery) {
      const { fields, rows } = await pool.query({ text: sql, values: args, rowMode: 'array' })
      return { columnNames: fields.map(field => field.name), columnTypes: fields.map(columnTypeOf), rows }
    },
    executeRaw: refuse,
    executeScript: refuse,
    startTransaction: refuse,
    dispose: async () => undefined,
  }
  const connect = async () => adapter
  return bindMigrationAwareSqlAdapterFactory({ ...info, connect, connectToShadowDb: refuse })
}

function columnTypeOf({ name, dataTypeID }: pg.FieldDef): ColumnType {
  const type = columnTypes[dataTypeID]
  if (type === undefined) throw new Error(`column ${name} has type ${dataTypeID}, which scripts/schema-diff.ts lacks`)
  return type
}
