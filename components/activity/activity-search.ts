const newest = 30
const more = 1000

/** How many entries of what was said and done an address asks for: the newest, or as many as anybody reads at once. */
export function readActivityLimit({ activity }: Record<string, string | string[] | undefined>): number {
  if (activity === 'all') return more
  return typeof activity === 'string' && /^[1-9]\d{0,5}$/.test(activity) ? Number(activity) : newest
}

/** The search part of the address that asks for more than `limit` of them. */
export function moreActivity(limit: number): string {
  return `?activity=${limit < more ? 'all' : limit + more}`
}
