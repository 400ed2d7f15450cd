/**
 * First segments of addresses that belong to Dictamen itself, so no assessment may be called so: its pages would
 * never be reached. Some are kept for pages that are still to come, since a slug is never changed.
 */
export const reservedSlugs: ReadonlySet<string> = new Set([
  'account', 'admin', 'api', 'api-reference', 'checks', 'docs', 'export', 'healthz', 'help', 'import', 'live', 'metrics', 'mine', 'new', 'readyz',
  'refused', 'review', 'search', 'settings', 'sign-in', 'sign-out', 'signed-out', 'static', 'tokens',
])

/** Whether an assessment may be called so: lower-case letters, digits and single hyphens, 80 at most, not reserved. */
export function isSlug(value: string): boolean {
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value) && value.length <= 80 && !reservedSlugs.has(value)
}
