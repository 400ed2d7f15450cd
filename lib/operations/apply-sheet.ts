import { failure, success, type Result } from '@/lib/domain/result'
import type { SignedInViewer } from '@/lib/queries/viewer'
import type { AppliedSheet } from '@/lib/schemas/item-changes'
import { changeItems } from './item-changes'
import { changeOf, invalidChanges, readSheet } from './read-sheet'

/**
 * Applies a sheet that was looked at before: all of it or nothing, an event for each item that becomes different.
 * `seen` holds the version at which each item was in sight. Fails with `items_refused` and a code for each row that
 * cannot be, above all where an item has moved on since, or would change though nobody was shown that.
 */
export async function applySheet(
  viewer: SignedInViewer, slug: string, { sheet, seen }: AppliedSheet, now: Date,
): Promise<Result<{ changed: number }>> {
  const read = await readSheet(viewer, slug, new Uint8Array(await sheet.arrayBuffer()))
  if (!read.ok) return read
  const changes = read.value.changes.map(changeOf)
  const problems = read.value.problems.map(({ line, item, problem }) => [item ?? String(line), problem] as const)
  const refusals = new Map([...problems, ...invalidChanges(changes)])
  if (refusals.size > 0) return failure('items_refused', { fields: Object.fromEntries(refusals) })
  if (changes.length === 0) return success({ changed: 0 })
  const inSight = changes.map(change => ({ ...change, version: seen[change.item] ?? unseen }))
  return changeItems(viewer, { assessment: slug, changes: inSight }, now)
}

// No item ever had it.
const unseen = 0
