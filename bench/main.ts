import { measureChecks } from './checks'
import { holdPeople } from './hold'
import { measurePage, measureRowsVisible } from './pages'
import { printSpeed, type Row } from './report'
import { measureReads, measureRenewal } from './reads'
import { addCopies, addHistory, addLarge } from './seed'
import { addPerson } from './session'
import { startSystem, type Size, type System } from './system'
import { takeTurns } from './turns'
import { changeStatus, measureAppWrites, measureFloorWrites, targetsOf } from './writes'

const connections = 10
const seconds = 20

const holdMinutes = Number(process.env.HOLD_MINUTES ?? 10)

const parts = { speed: measureSpeed, pages: measurePages, hold: measureHold }
const asked = process.argv.slice(2)

if (asked.length === 0 || asked.includes('checks')) await measureChecks()

for (const [name, measure] of Object.entries(parts)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  // Each part begins with a server that has served nobody.
  const system = await startSystem()
  try {
    await measure(system)
  } finally {
    await system.stop()
  }
}

async function measurePages(system: System): Promise<void> {
  await addLarge(system.databaseUrl, system.database, 5_000)
  const cookie = await addPerson(system.database, { name: 'Bench', roles: ['owner'], teams: 'all' })
  const line = { slowdown: 4, megabitsPerSecond: 9, latencyMilliseconds: 100 }
  console.log('\nFirst load in Chromium, nothing cached:\n')
  console.log('| | scripts KB | largest paint ms | blocked ms | rows visible ms, processor 4 times slower, 9 Mbit/s, 100 ms |')
  console.log('|---|---|---|---|---|')
  for (const [name, path] of [['summary', '/grupo-gad'], ['checklist', '/grupo-gad/items'], ['checklist of 5,000', '/large/items?kind=all']] as const) {
    const cost = await measurePage(system, cookie, path)
    const rows = await measureRowsVisible(system, cookie, path, line)
    console.log(`| ${name} | ${(cost.scriptBytes / 1024).toFixed(0)} | ${cost.largestPaint.toFixed(0)} | ${cost.blocked.toFixed(0)} | ${rows.toFixed(0)} |`)
  }
}

async function measureHold(system: System): Promise<void> {
  const held = await holdPeople(system, ['grupo-gad', ...await addCopies(system.databaseUrl, 4)], holdMinutes)
  console.log(`\n200 people and 200 live connections for ${holdMinutes} minutes, over 5 assessments:\n`)
  for (const [name, value] of Object.entries(held)) console.log(`${name}: ${value.toFixed(0)}`)
}

async function measureSpeed(system: System): Promise<void> {
  const { app, floor, server, database, databaseUrl } = system
  const copies = await addCopies(databaseUrl, connections)
  const cookie = await addPerson(database, { name: 'Bench', roles: ['owner'], teams: 'all' })
  const load = { connections, seconds, cookie }
  const [first = ''] = copies
  const addresses = [
    ['summary', `/${first}`, `/${first}/summary`],
    ['checklist, 50 rows of 87', `/${first}/items?kind=all`, `/${first}/list`],
    ['an item', `/${first}/items/DR-01`, `/${first}/item`],
  ] as const
  const largeAddress = ['checklist, 50 rows of 5,000', '/large/items?kind=all', '/large/list'] as const
  const sizes = Object.fromEntries(await Promise.all(addresses.map(async ([, page, same]) => [same, await sizeOf(app + page, cookie)])))
  const bare = await system.startFloor({ ...sizes, '/large/list': sizes[addresses[1][2]] ?? { headers: 0, body: 0 } })
  // A program that has just started is slower than one that has served.
  for (const [, page, same] of addresses) {
    await measureReads(app + page, { ...load, seconds: 3 }, server)
    await measureReads(floor + same, { ...load, seconds: 3 }, bare)
  }


  const reads = async (pages: readonly (readonly [string, string, string])[]): Promise<Row[]> => {
    const rows: Row[] = []
    for (const [name, page, same] of pages)
      rows.push(await takeTurns(name, load, turn => measureReads(app + page, turn, server), turn => measureReads(floor + same, turn, bare)))
    return rows
  }
  const writes = () => takeTurns(
    'status change, over 10 assessments', load,
    async turn => measureAppWrites(app, turn, await targetsOf(database, copies), server),
    async turn => measureFloorWrites(floor, turn, await targetsOf(database, copies), bare),
  )
  const small = [...await reads(addresses), await writes()]
  printSpeed('As shipped: 87 items each, a short history', small, load)

  await addLarge(databaseUrl, database, 5_000)
  await addHistory(database, 'large', { revisions: 10_000, events: 100_000 })
  const large = [...await reads([...addresses, largeAddress]), await writes()]
  printSpeed('Behind it 5,000 items, 10,000 evidence revisions and 100,000 events', large, load)

  console.log('\nMilliseconds until the first reader after a change has the page, rendered anew:\n')
  for (const [name, page] of [...addresses, ['summary of 5,000', '/large', ''] as const, largeAddress]) {
    const slug = page.split('/')[1]?.split('?')[0] ?? ''
    const [target] = await targetsOf(database, [slug])
    if (!target) throw new Error(`${slug} has no DR-01`)
    const change = changeStatus(app, cookie)
    const milliseconds = await measureRenewal(app + page, cookie, () => change(target))
    console.log(`${name}: ${milliseconds.toFixed(0)}`)
  }
}

/** Bytes that the application sends for a page, compressed as browsers ask for it; the floor sends as many. */
async function sizeOf(url: string, cookie: string): Promise<Size> {
  const response = await fetch(url, { headers: { cookie, 'accept-encoding': 'br' } })
  if (response.status !== 200) throw new Error(`${url} answered ${response.status}`)
  const added = [...response.headers].filter(([name]) => !['content-type', 'content-length', 'date', 'connection', 'keep-alive'].includes(name))
  return { headers: added.reduce((sum, [name, value]) => sum + name.length + value.length + 4, 0), body: Number(response.headers.get('content-length')) }
}
