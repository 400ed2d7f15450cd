import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { db } from '@/lib/db/client'
import { readAssessmentText } from '@/lib/operations/assessment-text'
import { setGroupMappings } from '@/lib/operations/group-mappings'
import { importAssessment } from '@/lib/operations/import-assessment'
import { developmentGroupMappings } from './identity-provider/accounts'
import { StartError } from './start-error'

/** Imports every assessment file of `folder` where the database holds no assessment yet. */
export async function importFirstAssessments(folder: string): Promise<void> {
  if (await db().assessment.count() > 0) return
  const names = (await readdir(folder)).filter(name => name.endsWith('.yaml')).sort()
  for (const name of names) await importFile(path.join(folder, name))
}

/** Maps the groups of the development provider, so that its accounts have their roles and teams. */
export async function mapDevelopmentGroups(): Promise<void> {
  await setGroupMappings({ actorId: null, now: new Date() }, developmentGroupMappings)
}

async function importFile(file: string): Promise<void> {
  const name = path.basename(file)
  const read = readAssessmentText(await readFile(file, 'utf8'))
  if (!read.ok) throw new StartError(read.problems.map(p => `${name}:${p.line ?? 1} ${p.field} ${p.message}`).join('\n'))
  const imported = await importAssessment({ actorId: null, now: new Date() }, read.file)
  if (!imported.ok) throw new StartError(`${name} could not be imported: ${imported.failure.code}`)
  console.log(`Imported ${imported.value.slug}: ${imported.value.items} items, ${imported.value.tasks} tasks`)
}
