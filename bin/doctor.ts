import { parseArgs } from 'node:util'
import { examine, mend, mendable, type Inconsistency } from '@/lib/operations/doctor'
import { auditKey } from '@/lib/platform/audit-key'
import { storage } from '@/lib/platform/storage'
import { withDatabase } from './database'

/**
 * `dictamen doctor [--deep] [--mend]`: says what is inconsistent and what to do; `--mend` removes what nothing
 * refers to, and nothing else. Exit 1 where something is left that a person must see to.
 */
export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { deep: { type: 'boolean', default: false }, mend: { type: 'boolean', default: false } } })
  const now = new Date()
  const parts = { files: storage(), auditKey: await auditKey(), deep: values.deep }
  return withDatabase(async () => {
    const found = await examine(now, parts)
    if (values.mend && found.some(({ id }) => mendable.includes(id))) await mend(now, parts.files)
    for (const { id, of } of found) {
      const mended = values.mend && mendable.includes(id)
      process.stdout.write(`${mended ? 'mended  ' : ''}${id}: ${advice[id]}\n${of.slice(0, shown).map(one => `  ${one}\n`).join('')}`)
      if (of.length > shown) process.stdout.write(`  and ${of.length - shown} more\n`)
    }
    if (found.length === 0) process.stdout.write('nothing is inconsistent\n')
    return found.every(({ id }) => mendable.includes(id)) ? 0 : 1
  })
}

const shown = 20

const advice = {
  chain_broken: 'somebody changed events in the database; compare with a backup, and run verify-audit',
  checkpoint_contradicted: 'the audit trail is not the one that was signed; compare with a backup, and run verify-audit',
  file_missing: 'the store lacks a file that evidence speaks of; bring it back from a backup',
  file_corrupt: 'a stored file is not the one that was submitted; bring it back from a backup',
  item_without_requirement: 'nothing can prove this item; import the assessment anew with what proves it',
  item_without_owner: 'nobody may work on this item; give it a team',
  assignee_outside_team: 'who is assigned is of no owning team any more; assign somebody else on the item\'s page',
  reviewer_in_team: 'who is named to review is of an owning team by now; name somebody else on the item\'s page',
  policy_names_no_item: 'the policy in force names an item that does not exist, so there is no verdict; propose another policy',
  criticality_differs: 'the item is shown as another kind than the policy in force makes it; propose the policy anew',
  nobody_administers: 'no group is mapped to admin; run group-map GROUP --role admin',
  object_without_row: 'bytes that no row refers to; the sweep removes them in time, --mend at once',
  upload_forgotten: 'files that nobody submitted within a day; the sweep removes them in time, --mend at once',
  limit_outdated: 'counts of windows that are over; the sweep removes them in time, --mend at once',
} as const satisfies Record<Inconsistency['id'], string>
