import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { readAssessmentText } from '@/lib/operations/assessment-text'
import { importAssessment } from '@/lib/operations/import-assessment'
import { withDatabase } from './database'
import { UsageError } from './usage'

/** `dictamen import <file>`: imports an assessment; bad files are refused with line and field, nothing half imported. */
export async function run(args: string[]): Promise<number> {
  const { positionals: [file, ...rest] } = parseArgs({ args, allowPositionals: true })
  if (file === undefined || rest.length > 0) throw new UsageError('import takes one file')
  const read = readAssessmentText(await readFile(file, 'utf8'))
  if (!read.ok) {
    for (const { line, field, message } of read.problems) process.stderr.write(`${file}:${line ?? 1} ${field} ${message}\n`)
    return 1
  }
  const imported = await withDatabase(() => importAssessment({ actorId: null, now: new Date() }, read.file))
  if (!imported.ok) throw new Error(`nothing imported: ${imported.failure.code}`)
  process.stdout.write(`imported ${imported.value.slug}: ${imported.value.items} items, ${imported.value.tasks} tasks\n`)
  return 0
}
