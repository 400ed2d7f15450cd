interface Related {
  id: string
  code: string
  supports: readonly string[]
}

interface Closing {
  id: string
  closes: readonly string[]
}

/**
 * Ids of what an item's page shows or its proof rests on: itself, what it supports, the controls that support it,
 * directly or through others, and the tasks that close it.
 */
export function concernsOf(item: Related, items: readonly Related[], tasks: readonly Closing[]): string[] {
  const codes = new Set([item.code])
  // A set is walked to what was added on the way, so chains of controls are followed and circles end.
  for (const code of codes)
    for (const other of items) if (other.supports.includes(code)) codes.add(other.code)
  for (const supported of item.supports) codes.add(supported)
  return [
    ...items.filter(({ code }) => codes.has(code)).map(({ id }) => id),
    ...tasks.filter(({ closes }) => closes.includes(item.code)).map(({ id }) => id),
  ]
}
