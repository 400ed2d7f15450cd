const mostSuggested = 3

/** Names that differ in one or two letters, as a mistyped one does. */
export function closest(name: string, among: Iterable<string>): string[] {
  return [...among].filter(other => other !== name && Math.abs(other.length - name.length) <= 2 && differsLittle(name, other)).slice(0, mostSuggested)
}

/** Words of a metric's name that say its unit or its kind rather than what it is about. */
const unspecific = new Set([
  'total', 'seconds', 'bytes', 'bucket', 'sum', 'count', 'ratio', 'info', 'created', 'max', 'min', 'avg', 'active', 'current', 'last', 'open', 'timestamp', 'duration',
])

/**
 * Names that speak of the same thing in other words, those that share most first; none where a name speaks of HTTP and the other
 * does not: that is another thing by the same word.
 */
export function relatedTo(name: string, among: readonly string[]): string[] {
  const words = wordsOf(name)
  const scored = among.flatMap(other => {
    const others = wordsOf(other)
    const shared = [...words].filter(word => others.has(word)).length
    return shared > 0 && words.has('http') === others.has('http') ? [{ other, shared }] : []
  })
  return scored.sort((a, b) => b.shared - a.shared || a.other.localeCompare(b.other, 'en')).slice(0, mostSuggested).map(({ other }) => other)
}

/** Without plurals. */
function wordsOf(name: string): Set<string> {
  return new Set(name.toLowerCase().split(/[_:]+/).filter(word => word !== '' && !unspecific.has(word)).map(word => word.replace(/s$/, '')))
}

/** Whether at most `left` letters were left out, put in or changed. */
function differsLittle(a: string, b: string, left = 2): boolean {
  let at = 0
  while (at < a.length && a[at] === b[at]) at += 1
  const [restA, restB] = [a.slice(at), b.slice(at)]
  if (restA === '' || restB === '') return restA.length + restB.length <= left
  if (left === 0) return false
  return [[1, 0], [0, 1], [1, 1]].some(([skipA, skipB]) => differsLittle(restA.slice(skipA), restB.slice(skipB), left - 1))
}
