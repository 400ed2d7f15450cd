const mostSuggested = 3

/** Words of a metric's name that say its unit or its kind rather than what it is about. */
const unspecific = new Set([
  'total', 'seconds', 'bytes', 'bucket', 'sum', 'count', 'ratio', 'info', 'created', 'max', 'min', 'avg', 'active', 'current', 'last', 'open', 'timestamp', 'duration',
])

/** Names of metrics, among which those are looked for that another may mean. */
export class Names {
  private readonly byLength = new Map<number, string[]>()
  private readonly byWord = new Map<string, string[]>()

  constructor(names: Iterable<string>) {
    for (const name of names) {
      add(this.byLength, name.length, name)
      for (const word of wordsOf(name)) add(this.byWord, word, name)
    }
  }

  /** Those that differ in one or two letters, as a mistyped one does. */
  closest(name: string): string[] {
    return [-2, -1, 0, 1, 2].flatMap(more => this.byLength.get(name.length + more) ?? [])
      .filter(other => other !== name && differsLittle(name, other)).slice(0, mostSuggested)
  }

  /**
   * Those that speak of the same thing in other words, those that share most first. One that speaks of HTTP and one that does
   * not are two things, though they share a word.
   */
  relatedTo(name: string): string[] {
    const shared = new Map<string, number>()
    const words = wordsOf(name)
    for (const word of words) for (const other of this.byWord.get(word) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1)
    return [...shared].filter(([other]) => wordsOf(other).has('http') === words.has('http'))
      .sort(([a, inA], [b, inB]) => inB - inA || a.localeCompare(b, 'en')).slice(0, mostSuggested).map(([other]) => other)
  }
}

function add<Key>(lists: Map<Key, string[]>, key: Key, name: string): void {
  const list = lists.get(key)
  if (list) list.push(name)
  else lists.set(key, [name])
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
