import http from 'node:http'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type pg from 'pg'
import { isConcerned, type Changes, type Concerns } from '@/lib/domain/changes'
import { cpuOf, residentMegabytes } from './process-figures'
import { addPerson } from './session'
import { longestStall, type System } from './system'
import { changeStatus, Refused, type Target } from './writes'

interface Held {
  actions: number
  writes: number
  errors: number
  /** Milliseconds of an action, pages and writes together. */
  p95: number
  /** Milliseconds from a write's answer until a screen that it concerns shows it. */
  screenP50: number
  screenP95: number
  screenMost: number
  /** Screens that did not show it within a second. */
  screensLate: number
  /** The same two while people arrived, before the rest was counted. */
  arrivalMost: number
  arrivalLate: number
  /** Screens that were to be renewed. */
  renewals: number
  /** Of a hundred answers, how many pages or parts of one had to be rendered. */
  renderedPercent: number
  /** The longest that the server's event loop stood still, and this program's own, which shares the machine with it. */
  serverStallMost: number
  ownStallMost: number
  /** How much of one processor the server used. */
  processorPercent: number
  megabytesBefore: number
  megabytesAfter: number
}

const people = 200
const arrivalMinutes = 1
/** After which a change that a screen does not show is late. */
const mostMilliseconds = 1_000
const roles = ['owner', 'owner', 'owner', 'owner', 'owner', 'reviewer', 'cab_member', 'executive', 'auditor', 'owner'] as const

/**
 * Two hundred people at work for some minutes: each waits five to ten seconds, then opens a page, or, one time in
 * ten, changes a status; each has one page open that is kept fresh by a live connection, as its browser would. The
 * minute before, in which they arrive at a server that has just started, is counted apart.
 */
export async function holdPeople(system: System, slugs: readonly string[], minutes: number): Promise<Held> {
  const { rows: teams } = await system.database.query<{ key: string }>('SELECT key FROM "Team" ORDER BY key')
  const held = { latencies: [] as number[], screens: [] as number[], writes: 0, errors: 0, answers: 0, rendered: 0 }
  const writes = new Map<string, number>()
  const screens: Screen[] = []
  for (let number = 0; number < people; number += 1) {
    const role = roles[number % roles.length] ?? 'owner'
    const team = teams[number % teams.length]?.key ?? ''
    const cookie = await addPerson(system.database, { name: `Person ${number}`, roles: [role], teams: role === 'owner' ? [team] : [] })
    screens.push(new Screen(system.app, cookie, slugs[number % slugs.length] ?? '', writes, milliseconds => held.screens.push(milliseconds), () => { held.errors += 1 }, miss => { held.answers += 1; if (miss) held.rendered += 1 }))
    if (role === 'owner') screens.at(-1)?.own(await itemsOf(system.database, slugs[number % slugs.length] ?? '', team))
  }
  const end = performance.now() + (arrivalMinutes + minutes) * 60_000
  const work = Promise.all(screens.map(async (screen, index) => {
    await pause((index / people) * arrivalMinutes * 40_000)
    await screen.open()
    while (performance.now() < end) {
      const asked = performance.now()
      try {
        if (screen.canWrite && Math.random() < 0.1 / writersShare) {
          await screen.write()
          held.writes += 1
        } else await screen.open()
      } catch (error) {
        held.errors += 1
        console.error(String(error))
      }
      held.latencies.push(performance.now() - asked)
      await pause(5_000 + Math.random() * 5_000)
    }
  }))
  await pause(arrivalMinutes * 60_000)
  const arrivals = held.screens
  Object.assign(held, { latencies: [], screens: [], writes: 0, answers: 0, rendered: 0 })
  const megabytesBefore = residentMegabytes(system.server)
  await longestStall(system)
  const ownStalls = monitorEventLoopDelay()
  ownStalls.enable()
  const started = performance.now()
  const cpuBefore = cpuOf(system.server)
  await work
  // The last changes are still on their way to the screens.
  await pause(2_000)
  const processorPercent = Math.round(((cpuOf(system.server) - cpuBefore) / (performance.now() - started)) * 100)
  for (const screen of screens) screen.close()
  const { latencies, screens: renewals } = held
  return {
    actions: latencies.length, writes: held.writes, errors: held.errors, p95: percentile(latencies, 0.95),
    screenP50: percentile(renewals, 0.5), screenP95: percentile(renewals, 0.95), screenMost: percentile(renewals, 1),
    screensLate: lateAmong(renewals),
    arrivalMost: percentile(arrivals, 1), arrivalLate: lateAmong(arrivals), renewals: renewals.length,
    serverStallMost: await longestStall(system), ownStallMost: ownStalls.max / 1e6,
    renderedPercent: Math.round((held.rendered / held.answers) * 100), processorPercent,
    megabytesBefore, megabytesAfter: residentMegabytes(system.server),
  }
}

const lateAmong = (renewals: readonly number[]) => renewals.filter(milliseconds => milliseconds > mostMilliseconds).length

const writersShare = roles.filter(role => role === 'owner').length / roles.length

/** A page that is open in somebody's browser, renewed as `LiveRefresh` does. */
class Screen {
  private readonly agent = new http.Agent({ keepAlive: true })
  private items: Target[] = []
  private path = ''
  private shown = 0
  private concerns: Concerns | undefined
  private stream: http.ClientRequest | null = null
  private renewing = false
  private isStale = false
  private opened = 0
  // Since when each revision that concerns the page is to be seen on it.
  private readonly awaited = new Map<number, number>()

  constructor(
    private readonly app: string, private readonly cookie: string, private readonly slug: string,
    /** When each revision of each assessment was answered. */
    private readonly writes: Map<string, number>,
    private readonly renewed: (milliseconds: number) => void, private readonly failed: () => void,
    private readonly answered: (rendered: boolean) => void,
  ) {}

  get canWrite(): boolean {
    return this.items.length > 0
  }

  own(items: Target[]): void {
    this.items = items
  }

  /** Goes to another page, whose live connection takes the place of the one before. */
  async open(): Promise<void> {
    this.stream?.destroy()
    this.path = `/${this.slug}${pagePaths[Math.floor(Math.random() * pagePaths.length)]}`
    this.giveUp()
    this.opened = performance.now()
    const { shown, concerns } = await this.ask('page')
    this.shown = shown
    this.concerns = concerns
    this.listen()
  }

  /** Changes the status of an item of one's own; the screen learns of it as every other does. */
  async write(): Promise<void> {
    const target = this.items[Math.floor(Math.random() * this.items.length)]
    if (!target) return
    await changeStatus(this.app, this.cookie, this.agent)(target).catch((error: unknown) => {
      // Another of the team was faster, as happens to people; the next attempt starts from what is stored.
      if (!(error instanceof Refused) || error.status !== 412) throw error
      const { version, declaredStatus } = (JSON.parse(error.body) as { current: Pick<Target, 'version' | 'declaredStatus'> }).current
      Object.assign(target, { version, declaredStatus })
    })
  }

  close(): void {
    this.giveUp()
    this.stream?.destroy()
    this.agent.destroy()
  }

  /** What the page that is left owed for more than a second counts, though it never came. */
  private giveUp(): void {
    for (const since of this.awaited.values()) if (performance.now() - since > mostMilliseconds) this.renewed(performance.now() - since)
    this.awaited.clear()
  }

  private listen(): void {
    const stream = http.get(`${this.app}/live?assessment=${this.slug}&revision=${this.shown}`, { headers: { cookie: this.cookie } }, response => {
      response.setEncoding('utf8').on('data', (text: string) => {
        for (const [, data] of text.matchAll(/event: revision\ndata: (.*)\n/g)) {
          const { revision, changes } = JSON.parse(data ?? '{}') as { revision: number; changes: Changes | null }
          const key = `${this.slug}@${revision}`
          if (!this.writes.has(key)) this.writes.set(key, performance.now())
          if (revision <= this.shown) continue
          // What this page does not show leaves it as it is.
          if (!isConcerned(this.concerns, changes)) this.shown = revision
          else {
            this.awaited.set(revision, Math.max(this.opened, this.writes.get(key) ?? 0))
            void this.renew()
          }
        }
      })
    })
    // It is ended by going to another page.
    stream.on('error', () => undefined)
    this.stream = stream
  }

  private async renew(): Promise<void> {
    // What is asked for while one is under way leads to one more.
    this.isStale = true
    if (this.renewing) return
    this.renewing = true
    const { path } = this
    try {
      await Promise.all([fetch(`${this.app}/live?assessment=${this.slug}`, { method: 'HEAD', headers: { cookie: this.cookie } }), pause(50)])
      this.isStale = false
      const { shown, concerns } = await this.ask('part')
      // What another page said, that was left meanwhile, is not of this one.
      if (path !== this.path) return
      for (const [awaited, since] of this.awaited) {
        if (awaited > shown) continue
        const milliseconds = performance.now() - since
        if (milliseconds > mostMilliseconds) console.error(`late: ${path} showed revision ${awaited} after ${Math.round(milliseconds)} ms, at ${Math.round(performance.now() / 1_000)} s`)
        this.renewed(milliseconds)
        this.awaited.delete(awaited)
      }
      this.shown = Math.max(this.shown, shown)
      this.concerns = concerns
    } catch (error) {
      this.failed()
      console.error(String(error))
    } finally {
      this.renewing = false
      if (this.isStale) void this.renew()
    }
  }

  /** Fetches the page, or the part that a renewal asks for, and reads which revision it shows and what it concerns. */
  private async ask(what: 'page' | 'part'): Promise<{ shown: number; concerns: Concerns | undefined }> {
    // The parameter is empty where no other header says which part is asked for; without it Next leads to the address with it.
    const [address, headers] = what === 'page' ? [this.path, {}] : [`${this.path}${this.path.includes('?') ? '&' : '?'}_rsc`, { rsc: '1' }]
    const response = await fetch(this.app + address, { redirect: 'error', headers: { cookie: this.cookie, 'accept-encoding': 'br', ...headers } })
    const text = await response.text()
    this.answered(response.headers.get('x-page-cache') === 'miss')
    if (response.status !== 200) throw new Error(`${this.path} answered ${response.status}`)
    const revision = /\\?"revision\\?":(\d+)/.exec(text)
    if (!revision) throw new Error(`${this.path} shows no revision`)
    const concerns = /\\?"concerns\\?":(\{[^}]*\})/.exec(text)?.[1]
    return { shown: Number(revision[1]), concerns: concerns === undefined ? undefined : JSON.parse(concerns.replaceAll('\\', '')) as Concerns }
  }
}

const pagePaths = ['', '', '', '/items', '/items', '/items?kind=all', '/items/DR-01', '/items/OBS-01', '/items/OBS-02', '/roadmap', '/verdict', '/dimensions']

async function itemsOf(database: pg.Client, slug: string, team: string): Promise<Target[]> {
  const { rows } = await database.query<Target>(
    `SELECT a.slug, i.code, i.version, i."declaredStatus" FROM "Item" i JOIN "Assessment" a ON a.id = i."assessmentId"
     JOIN "ItemOwner" o ON o."itemId" = i.id WHERE a.slug = $1 AND o."teamKey" = $2`, [slug, team])
  return rows
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

function pause(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds))
}
