import { z } from 'zod'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const count = z.int().nonnegative()

/** What a backup holds, with a checksum of each part; written last, so that what has none is no backup. */
export const BackupManifest = z.strictObject({
  format: z.literal('dictamen-backup-1'),
  createdAt: z.iso.datetime(),
  /** Names of the migrations that the rows are shaped by, in order. */
  migrations: z.array(z.string()).min(1),
  /** Each a file `database/NAME.copy` in the text format of Postgres' COPY. */
  tables: z.array(z.strictObject({ name: z.string().regex(/^\w+$/), columns: z.array(z.string().regex(/^\w+$/)).min(1), rows: count, sha256 })),
  /** Each a file `files/SHA256`. */
  files: z.array(z.strictObject({ sha256, size: count })),
  /** Each a file `records/NAME`. */
  records: z.array(z.strictObject({ name: z.string().regex(/^[a-z]+\/[A-Za-z0-9._-]+$/), sha256 })),
})

export type BackupManifest = z.infer<typeof BackupManifest>
