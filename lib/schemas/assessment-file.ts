import { z } from 'zod'
import { baselineTables, subjects } from '@/lib/domain/baseline'
import { isLocalDate, isTimeZone } from '@/lib/domain/dates'
import { evidenceKinds } from '@/lib/domain/evidence'
import { declaredStatuses, itemKinds } from '@/lib/domain/items'
import { isSlug } from '@/lib/domain/slug'

const bilingual = z.strictObject({ es: z.string().trim().min(1), en: z.string().trim().min(1) })
const key = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case letters, digits and hyphens')
const code = z.string().regex(/^[A-Z0-9]+(-[A-Z0-9]+)+$/, 'upper-case letters, digits and hyphens, such as OBS-01')
const localDate = z.string().refine(isLocalDate, 'a day that exists, as YYYY-MM-DD')
/** The farthest day from T0 that a file may name. */
export const mostDays = 3650
const days = z.int().min(0).max(mostDays)
const slug = z.string().refine(isSlug, 'lower-case letters, digits and single hyphens, and no word that Dictamen keeps for itself')
const timeZone = z.string().refine(isTimeZone, 'a time zone of the IANA database, such as America/Bogota')

/** Where a statement stands in the source: a row of a table, a numbered recommendation, or a section. */
const source = z.union([
  z.strictObject({ table: z.int().positive(), row: z.int().positive() }),
  z.strictObject({ section: z.string().min(1), numeral: z.string().regex(/^[ivx]+$/) }),
  z.strictObject({ section: z.string().min(1) }),
])

const requirement = z.strictObject({
  key,
  title: bilingual,
  kind: z.enum(evidenceKinds),
  /** Days that evidence holds, counted from the day that it speaks of. */
  validityDays: days.min(1),
  /** Kinds of files that are asked for; what is checked of them speaks of the item. */
  formats: z.array(key).default([]),
})

const item = z.strictObject({
  code,
  kind: z.enum(itemKinds),
  dimension: key,
  source,
  /** Label of the row's group in the source, to the letter. */
  category: bilingual.optional(),
  requirement: bilingual,
  criterion: bilingual,
  owners: z.array(key).min(1),
  /** The status word of the source, to the letter; absent where the source gives none. */
  sourceStatus: z.string().min(1).optional(),
  declaredStatus: z.enum(declaredStatuses),
  /** Target of the source, in days from T0. */
  dueInDays: days.optional(),
  /** Codes of checklist items that a control supports. */
  supports: z.array(code).default([]),
  /** The other cells of the row: label and value. */
  details: z.array(z.strictObject({ label: bilingual, value: bilingual })).default([]),
  references: z.array(z.int().positive()).default([]),
  evidence: z.array(requirement).min(1),
})

const range = z.strictObject({ minMinutes: z.int().min(0).optional(), maxMinutes: z.int().min(0) })

export const BaselineFile = z.strictObject({
  /** Codes of the items that what a check speaks of is about. */
  subjects: z.partialRecord(z.enum(subjects), z.array(code).min(1)).default({}),
  /** How many alert rules the source says that there are, and how many it looked at. */
  alertRules: z.strictObject({ present: z.int().min(0), reviewed: z.int().min(0) }).nullable().default(null),
  /** What test results must reach. */
  acceptance: z.strictObject({
    successPercent: z.number().min(0).max(100),
    p95Milliseconds: z.int().positive(),
    p99Milliseconds: z.int().positive(),
    criticalFindings: z.int().min(0),
    highVulnerabilities: z.int().min(0),
  }).nullable().default(null),
  /** Days after which a secret must have been renewed. */
  secretRotationDays: days.min(1).nullable().default(null),
  /** Days that a certificate must still hold. */
  certificateDays: days.min(1).nullable().default(null),
  /** Age in minutes that the newest snapshot of a volume may have. */
  snapshotMinutes: z.int().positive().nullable().default(null),
  scalingStrategies: z.array(z.strictObject({ key, name: bilingual, description: bilingual, scenario: bilingual, risks: bilingual })),
  regions: z.array(z.strictObject({ code: z.string().min(1), name: bilingual, use: bilingual })),
  scrapeTargets: z.array(z.strictObject({
    job: z.string().min(1),
    endpoint: bilingual,
    port: z.int().min(1).max(65535).optional(),
    path: z.string().optional(),
    intervalSeconds: z.int().positive(),
    labels: z.record(z.string(), z.string()),
    proposed: z.boolean().default(false),
  })),
  metricServices: z.array(z.strictObject({
    key, name: bilingual, apiSupport: bilingual,
    scrapeIntervalSeconds: z.int().positive().nullable(),
    labels: bilingual, longTermRetention: bilingual,
  })),
  metrics: z.array(z.strictObject({
    name: z.string().regex(/^[a-zA-Z_:][a-zA-Z0-9_:]*$/),
    type: z.enum(['gauge', 'counter', 'histogram', 'summary']),
    labels: z.array(z.string()),
    purpose: bilingual,
  })),
  alertRoutes: z.array(z.strictObject({
    /** Labels that the route matches; empty for the default route. */
    match: z.record(z.string(), z.string()),
    receiver: z.string().min(1),
    scope: bilingual,
    /** Alertmanager durations; null where the source says "default". */
    groupWait: z.string().nullable(),
    repeatInterval: z.string().nullable(),
  })),
  inhibitions: z.array(z.strictObject({
    source: z.record(z.string(), z.string()),
    target: z.record(z.string(), z.string()),
    equal: z.array(z.string()),
  })),
})

const calendar = z.strictObject({
  /** ISO week days, 1 is Monday. */
  workingDays: z.array(z.int().min(1).max(7)).min(1),
  holidays: z.array(z.strictObject({ date: localDate, name: bilingual })),
})

/** An assessment as a file: everything that an import needs, checked before anything is written. */
export const AssessmentFile = z.strictObject({
  slug,
  title: bilingual,
  summary: bilingual,
  /** T0: relative targets count from it. */
  startedOn: localDate,
  goLiveOn: localDate,
  timeZone,
  calendar,
  /** What the source does not say and the file had to decide. */
  assumptions: z.array(z.strictObject({ key, text: bilingual })),
  statusMapping: z.array(z.strictObject({ word: z.string().min(1), declared: z.enum(declaredStatuses), why: bilingual })),
  policy: z.strictObject({
    gates: z.array(code).min(1),
    critical: z.array(code),
    closeWithinDays: days, horizonDays: days, decisionDays: days, extensions: z.int().min(0),
  }),
  teams: z.array(z.strictObject({ key, name: bilingual })).min(1),
  dimensions: z.array(z.strictObject({
    key, title: bilingual, standing: bilingual,
    /** Tables of the baseline that are shown with it. */
    baseline: z.array(z.enum(baselineTables)).default([]),
  })).min(1),
  items: z.array(item).min(1),
  /** Every numbered recommendation of the source, with the item that carries it. */
  recommendations: z.array(z.strictObject({ section: z.string().min(1), numeral: z.string().regex(/^[ivx]+$/), label: bilingual, item: code })),
  baseline: BaselineFile,
  drillTargets: z.array(z.strictObject({
    item: code, component: bilingual, rpo: range, rto: range.nullable(),
    /** The words of the source where the target is no measurable time. */
    rtoWords: bilingual.optional(),
  })),
  tasks: z.array(z.strictObject({
    code, title: bilingual, owners: z.array(key).min(1), source,
    /** Days from T0. */
    horizon: z.strictObject({ fromDay: days, toDay: days }),
    successMetric: bilingual,
    /** Codes of the items that the task closes. */
    closes: z.array(code),
    evidence: z.array(requirement).min(1),
  })),
  gaps: z.array(z.strictObject({ code, title: bilingual, detail: bilingual, dimension: key })),
  discrepancies: z.array(z.strictObject({
    code, title: bilingual,
    /** The statements that contradict each other, each with its place in the source. */
    statements: z.array(z.strictObject({ source: bilingual, says: bilingual })).min(2),
    consequence: bilingual,
    items: z.array(code),
  })),
  references: z.array(z.strictObject({ number: z.int().positive(), title: z.string().min(1), url: z.url() })),
}).superRefine((file, context) => {
  const report = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message })
  const unique = (path: string, values: readonly (string | number)[]) => values.forEach((value, index) => {
    if (values.indexOf(value) !== index) report([path, index], `${value} stands twice`)
  })
  unique('teams', file.teams.map(t => t.key))
  unique('dimensions', file.dimensions.map(d => d.key))
  unique('items', file.items.map(i => i.code))
  unique('tasks', file.tasks.map(t => t.code))
  unique('gaps', file.gaps.map(g => g.code))
  unique('discrepancies', file.discrepancies.map(d => d.code))
  unique('references', file.references.map(r => r.number))

  const teams = new Set(file.teams.map(t => t.key))
  const dimensions = new Set(file.dimensions.map(d => d.key))
  const kinds = new Map(file.items.map(i => [i.code, i.kind]))
  const references = new Set(file.references.map(r => r.number))
  const known = (path: (string | number)[], has: boolean, what: string) => { if (!has) report(path, `${what} is not in this file`) }

  file.items.forEach((item, i) => {
    known(['items', i, 'dimension'], dimensions.has(item.dimension), `dimension ${item.dimension}`)
    item.owners.forEach((team, j) => known(['items', i, 'owners', j], teams.has(team), `team ${team}`))
    item.references.forEach((number, j) => known(['items', i, 'references', j], references.has(number), `reference ${number}`))
    item.supports.forEach((supported, j) => {
      if (kinds.get(supported) !== 'checklist') report(['items', i, 'supports', j], `${supported} is not a checklist item of this file`)
    })
    if (item.kind === 'checklist' && item.supports.length > 0) report(['items', i, 'supports'], 'only a control supports an item')
    const keys = item.evidence.map(e => e.key)
    keys.forEach((k, j) => { if (keys.indexOf(k) !== j) report(['items', i, 'evidence', j, 'key'], `${k} stands twice`) })
    if (item.sourceStatus !== undefined && item.kind === 'checklist') {
      const mapping = file.statusMapping.find(m => m.word === item.sourceStatus)
      if (mapping?.declared !== item.declaredStatus)
        report(['items', i, 'declaredStatus'], `statusMapping reads ${item.sourceStatus} as ${mapping?.declared ?? 'nothing'}`)
    }
  })
  file.tasks.forEach((task, i) => {
    task.owners.forEach((team, j) => known(['tasks', i, 'owners', j], teams.has(team), `team ${team}`))
    task.closes.forEach((item, j) => known(['tasks', i, 'closes', j], kinds.has(item), `item ${item}`))
    if (task.horizon.toDay <= task.horizon.fromDay) report(['tasks', i, 'horizon'], 'toDay must lie after fromDay')
  })
  for (const list of ['gates', 'critical'] as const)
    file.policy[list].forEach((item, j) => {
      if (kinds.get(item) !== 'checklist') report(['policy', list, j], `${item} is not a checklist item of this file`)
    })
  unique('policy', [...file.policy.gates, ...file.policy.critical])
  file.recommendations.forEach((r, i) => known(['recommendations', i, 'item'], kinds.has(r.item), `item ${r.item}`))
  for (const [subject, codes] of Object.entries(file.baseline.subjects))
    codes.forEach((item, i) => known(['baseline', 'subjects', subject, i], kinds.has(item), `item ${item}`))
  file.drillTargets.forEach((t, i) => {
    known(['drillTargets', i, 'item'], kinds.has(t.item), `item ${t.item}`)
    if (t.rto === null && !t.rtoWords) report(['drillTargets', i], 'rto is null, so rtoWords must say what the source says')
  })
  file.gaps.forEach((g, i) => known(['gaps', i, 'dimension'], dimensions.has(g.dimension), `dimension ${g.dimension}`))
  file.discrepancies.forEach((d, i) => d.items.forEach((item, j) => known(['discrepancies', i, 'items', j], kinds.has(item), `item ${item}`)))
  if (file.goLiveOn < file.startedOn) report(['goLiveOn'], 'lies before startedOn')
})

export type AssessmentFile = z.infer<typeof AssessmentFile>
