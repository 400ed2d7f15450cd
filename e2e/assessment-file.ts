import { addDays, type LocalDate } from '../lib/domain/dates'

/** What a story says of an item; everything else of it is the same for all. */
interface Item {
  code: string
  requirement?: string
  validityDays?: number
  dueInDays?: number
}

interface Content {
  slug: string
  title: string
  startedOn: LocalDate
  gates: readonly Item[]
  standard: readonly Item[]
  /** A task that closes these, this many days after the start. */
  task?: { closes: readonly string[]; toDay: number }
  holidays?: readonly { date: LocalDate; name: string }[]
}

const both = (text: string) => ({ es: text, en: text })
const source = { section: 'Historia' }

/** An assessment of SRE's as a file, with no more in it than a story tells. */
export function assessmentFile({ slug, title, startedOn, gates, standard, task, holidays = [] }: Content): string {
  return JSON.stringify({
    slug, title: both(title), summary: both(title), startedOn, goLiveOn: addDays(startedOn, 90), timeZone: 'UTC',
    calendar: { workingDays: [1, 2, 3, 4, 5, 6, 7], holidays: holidays.map(({ date, name }) => ({ date, name: both(name) })) },
    assumptions: [], statusMapping: [], recommendations: [], drillTargets: [], gaps: [], discrepancies: [], references: [],
    policy: { gates: gates.map(({ code }) => code), critical: [], closeWithinDays: 30, horizonDays: 90, decisionDays: 30, extensions: 1 },
    teams: [{ key: 'sre', name: both('SRE') }],
    dimensions: [{ key: 'all', title: both('Todo'), standing: both('Sin evaluar') }],
    items: [...gates, ...standard].map(({ code, requirement = code, validityDays = 90, dueInDays }) => ({
      code, kind: 'checklist', dimension: 'all', source, requirement: both(requirement), criterion: both('Hecho'), owners: ['sre'],
      declaredStatus: 'in_progress', dueInDays, evidence: [{ key: 'proof', title: both('Prueba'), kind: 'document', validityDays }],
    })),
    tasks: task ? [{
      code: 'TASK-01', title: both('Cerrar lo que falta'), owners: ['sre'], source, horizon: { fromDay: 0, toDay: task.toDay },
      successMetric: both('Cerrado'), closes: task.closes, evidence: [{ key: 'proof', title: both('Prueba'), kind: 'document', validityDays: 90 }],
    }] : [],
    baseline: {
      scalingStrategies: [], regions: [], scrapeTargets: [], metricServices: [], metrics: [], alertRoutes: [], inhibitions: [],
    },
  })
}
