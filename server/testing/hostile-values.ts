import fc from 'fast-check'

/** Texts that have broken one program or another: each is a value, a name and a part of an address here. */
export const hostileTexts: readonly string[] = [
  '', ' ', '\0', 'a\0b', '\ud800', 'a\udfff', '\u202egpj.exe', '\u2066x\u2069', 'مرحبا بالعالم', '👩‍👩‍👧‍👦', 'e\u0301'.repeat(300), 'ﷺ'.repeat(500),
  'x'.repeat(10_000), '😀'.repeat(5_000), 'a' + '.'.repeat(9_998) + 'x', '-'.repeat(9_999), 'A-'.repeat(5_000),
  '../../../etc/passwd', '..\\..\\boot.ini', '/etc/passwd', 'C:\\Windows', '%2e%2e%2f', '%00', '%', '%ff', '\r\nSet-Cookie: a=b', 'a"; filename="b.exe', "UTF-8''x",
  '__proto__', 'constructor', 'toString', 'hasOwnProperty', '$where', '{"$gt":""}', "' OR 1=1 --", '"; DROP TABLE "Item"; --', '<script>alert(1)</script>', '${7*7}', '{{7*7}}',
  '=HYPERLINK("https://evil.example")', '+1', '-1', '@SUM(A1)', 'null', 'undefined', 'NaN', 'Infinity', '-0', '1e400', '9'.repeat(400), '0x10', '2147483648', '-2147483649',
  '2026-02-30', '0000-00-00', '9999-12-31', '+275760-09-13', '2026-11-24T00:00:00Z', 'grupo-gad', 'OBS-02', '00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff',
  'javascript:alert(1)', 'file:///etc/passwd', 'http://[::1', 'https://a\u0000b', 'data:text/html,x',
]

/** A value where another was expected: of every JSON kind, operators of the database's client among them. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(...hostileTexts),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom<unknown>(
    null, true, false, 0, -1, 1.5, -0, 2 ** 31, -(2 ** 31) - 1, 2 ** 53, 1e308, [], {}, [[]], [null], { not: 'done' }, { contains: '' }, { in: [''] }, { set: 'x' }, { increment: 1 },
    JSON.parse('{"__proto__":{"polluted":true}}'), JSON.parse('{"constructor":{"prototype":{"polluted":true}}}'), { length: 1e9 }, { toString: 1 }, { then: 1 }, { toJSON: 1 },
  ),
  fc.jsonValue({ maxDepth: 4 }),
)

/** `valid` with some of its fields missing, of another kind, or beside others that nobody asked for. */
export function spoiled(valid: Record<string, unknown>): fc.Arbitrary<Record<string, unknown>> {
  const names = Object.keys(valid)
  const change = fc.record({
    name: fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...names) }, fc.constantFrom('__proto__', 'constructor', 'id', 'toString', '')),
    value: fc.option(hostileValue, { nil: undefined, freq: 8 }),
  })
  return fc.array(change, { minLength: 1, maxLength: 3 }).map(changes => {
    const fields = new Map(Object.entries(valid))
    for (const { name, value } of changes) if (value === undefined) fields.delete(name); else fields.set(name, value)
    return Object.fromEntries(fields)
  })
}
