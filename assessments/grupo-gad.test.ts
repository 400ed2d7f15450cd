import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { AssessmentFile } from '@/lib/schemas/assessment-file'
import * as listed from './source-rows'

const read = AssessmentFile.safeParse(parse(readFileSync(join(import.meta.dirname, 'grupo-gad.yaml'), 'utf8')))
if (!read.success) throw new Error(`grupo-gad.yaml does not fit the schema:\n${z.prettifyError(read.error)}`)
const file = read.data

type Item = (typeof file.items)[number]

/** To the letter, but for what a table's layout or a sentence's end adds. */
const letters = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim().replace(/[\s.,;:]+$/, '')

/** For words that must occur in a text worded anew: no case, no accents, one kind of dash. */
const folded = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[‐-―]/g, '-').replace(/\s+/g, ' ').toLowerCase()

const missingWords = (text: string, words: readonly RegExp[]) =>
  words.filter(word => !word.test(folded(text))).map(String)

const ofRow = (table: number, row: number) => (entry: { source: Item['source'] }) =>
  'table' in entry.source && entry.source.table === table && entry.source.row === row

const rowsOf = (table: number, entries: readonly { source: Item['source'] }[]) =>
  entries.flatMap(({ source }) => ('table' in source && source.table === table ? [source.row] : []))
    .sort((a, b) => a - b)

const upTo = (length: number) => Array.from({ length }, (_, index) => index + 1)

const numbered = <Row>(rows: readonly Row[]) => rows.map((cells, index) => ({ row: index + 1, ...cells }))

/** A short cell ("Medio", "RTO") occurs in a sentence by chance, so it must be a whole field. */
const shortCell = 12

/** Where a cell stands: the names of the item's fields that hold it. */
function placesOf(cell: string, item: Item): string[] {
  const wanted = letters(cell)
  const whole = [
    ['requirement', item.requirement.es],
    ['criterion', item.criterion.es],
    ['sourceStatus', item.sourceStatus ?? ''],
    ...item.evidence.map(({ title }) => ['evidence', title.es]),
    ...item.details.map(({ label, value }) => [`details: ${letters(label.es)}`, value.es]),
  ].filter(([, text]) => letters(text ?? '') === wanted)
  const within = [
    ['requirement', item.requirement.es],
    ['criterion', item.criterion.es],
  ].filter(([, text]) => wanted.length > shortCell && letters(text ?? '').includes(wanted))
  return [...new Set([...whole, ...within].map(([place]) => place ?? ''))]
}

const textsOf = (discrepancy: (typeof file.discrepancies)[number]) =>
  [discrepancy.title, ...discrepancy.statements.flatMap(({ source, says }) => [source, says]), discrepancy.consequence]
    .map(({ es }) => es).join('\n')

describe('Tables 1, 2 and 10 to 15: controls', () => {
  test.each(listed.controlTables)('Table $table: each row is one control, and none is added', ({ table, rows }) => {
    expect(rowsOf(table, file.items)).toEqual(upTo(rows.length))
  })

  const rows = listed.controlTables.flatMap(({ table, columns, rows }) =>
    rows.map((row, index) => ({ table, columns, row: index + 1, first: row.cells[0] ?? '', ...row })))

  test.each(rows)('Table $table, row $row: $first', ({ table, columns, row, first, cells, references = [] }) => {
    const item = file.items.find(ofRow(table, row))
    if (!item) return expect.fail(`Table ${table}, row ${row} (${first}): no item has this source`)
    expect.soft(item.kind, `Table ${table}, row ${row}, ${item.code}: kind`).toBe('control')

    const named = [item.requirement, ...item.details.map(({ value }) => value)].map(({ es }) => letters(es))
    expect.soft(
      named.some(text => text.includes(letters(first))),
      `Table ${table}, row ${row}, ${item.code}: neither requirement nor details name “${first}”: ${named.join(' | ')}`,
    ).toBe(true)

    cells.forEach((cell, index) => {
      const where = `Table ${table}, row ${row}, ${item.code}, cell “${columns[index]}”`
      const places = placesOf(cell, item)
      expect.soft(places, `${where}: “${cell}” stands nowhere in the item`).not.toEqual([])
      // A cell that stands only under the label of another column says something else than the source.
      const strayed = places.length > 0 && places.every(place =>
        columns.some((column, other) => other !== index && place === `details: ${column}`))
      expect.soft(strayed ? places : [], `${where}: “${cell}” stands under another column`).toEqual([])
      const ownColumn = item.details.filter(({ label }) => letters(label.es) === columns[index])
      for (const { value } of ownColumn) expect.soft(letters(value.es), where).toBe(letters(cell))
    })
    for (const number of references)
      expect.soft(item.references, `Table ${table}, row ${row}, ${item.code}: reference ${number}`).toContain(number)
  })
})

describe('Table 16: the checklist', () => {
  test('each row is one item, in the order of the source, under its code', () => {
    const items = file.items.filter(({ kind }) => kind === 'checklist')
    expect(items.map(({ code }) => code)).toEqual(listed.checklist.map(({ code }) => code))
    expect(rowsOf(16, items)).toEqual(upTo(listed.checklist.length))
    expect(rowsOf(16, file.items)).toEqual(upTo(listed.checklist.length))
  })

  const declared = { Parcial: 'partial', Crítico: 'not_started', Medio: 'not_started' } as const

  test.each(numbered(listed.checklist))('Table 16, row $row: $code', row => {
    const item = file.items.find(ofRow(16, row.row))
    if (!item) return expect.fail(`Table 16, row ${row.row} (${row.requirement}): no item has this source`)
    const cell = (name: string) => `Table 16, row ${row.row}, ${row.code}, cell “${name}”`
    expect.soft(item.code, cell('code')).toBe(row.code)
    expect.soft(letters(item.category?.es ?? ''), cell('Categoría')).toBe(row.category)
    expect.soft(letters(item.requirement.es), cell('Requisito')).toBe(row.requirement)
    expect.soft(item.sourceStatus, cell('Estado')).toBe(row.status)
    expect.soft(item.evidence.map(({ title }) => letters(title.es)), cell('Evidencia')).toContain(row.evidence)
    expect.soft(item.owners, cell('Responsable')).toEqual(row.owners)
    expect.soft(item.dueInDays, cell('Fecha objetivo')).toBe(row.dueInDays)
    expect.soft(item.declaredStatus, cell('declaredStatus')).toBe(declared[row.status])
  })

  test.each(Object.entries(declared))('the mapping reads %s as %s', (word, status) => {
    const readings = file.statusMapping.filter(mapping => mapping.word === word)
    expect(readings.map(mapping => mapping.declared)).toEqual([status])
  })

  // The schema asks this of the checklist alone; Tables 1 and 11 have status words too.
  test('every item with a status word is declared as the mapping reads it', () => {
    const reading = new Map(file.statusMapping.map(({ word, declared }) => [word, declared]))
    const otherwise = file.items.filter(({ sourceStatus, declaredStatus }) =>
      sourceStatus !== undefined && reading.get(sourceStatus) !== declaredStatus)
    expect(otherwise.map(({ code }) => code)).toEqual([])
  })
})

describe('Table 17: the roadmap', () => {
  test('each row is one task, and none is added', () => {
    expect(rowsOf(17, file.tasks)).toEqual(upTo(listed.tasks.length))
    expect(file.tasks).toHaveLength(listed.tasks.length)
  })

  test.each(numbered(listed.tasks))('Table 17, row $row: $title', row => {
    const task = file.tasks.find(ofRow(17, row.row))
    if (!task) return expect.fail(`Table 17, row ${row.row} (${row.title}): no task has this source`)
    const cell = (name: string) => `Table 17, row ${row.row}, ${task.code}, cell “${name}”`
    expect.soft(task.horizon, cell('Horizonte')).toEqual({ fromDay: row.fromDay, toDay: row.toDay })
    expect.soft(letters(task.title.es), cell('Tarea')).toBe(row.title)
    expect.soft(task.owners, cell('Dueño')).toEqual(row.owners)
    expect.soft(letters(task.successMetric.es), cell('Métrica de éxito')).toBe(row.successMetric)
    expect.soft(task.closes, cell('closes')).toEqual(expect.arrayContaining([...(row.closes ?? [])]))
    if (!row.closesNothing)
      expect.soft(task.closes, `${cell('closes')}: closes nothing, and source-rows.ts gives no reason`).not.toEqual([])
  })
})

describe('Tables 3 to 9: the baseline', () => {
  const { baseline } = file

  test('Table 3: scaling strategies', () => {
    expect(baseline.scalingStrategies.map(({ name, description, scenario, risks }) => ({
      name: letters(name.es),
      description: letters(description.es),
      scenario: letters(scenario.es),
      risks: letters(risks.es),
    }))).toEqual(listed.scalingStrategies)
  })

  test('Table 4: regions', () => {
    expect(baseline.regions.map(({ code, name, use }) => ({ code, name: letters(name.es), use: letters(use.es) })))
      .toEqual(listed.regions)
  })

  test('Table 5: no job is dropped or added', () => {
    expect(baseline.scrapeTargets.map(({ job }) => job)).toEqual(listed.scrapeTargets.map(({ job }) => job))
  })

  test.each(numbered(listed.scrapeTargets))('Table 5, row $row: $job', row => {
    const target = baseline.scrapeTargets.find(({ job }) => job === row.job)
    if (!target) return expect.fail(`Table 5, row ${row.row}: no scrape target has the job ${row.job}`)
    const cell = (name: string) => `Table 5, row ${row.row}, ${row.job}, cell “${name}”`
    expect.soft(folded(target.endpoint.es), cell('Endpoint')).toContain(folded(row.endpoint))
    expect.soft(row.ports, cell('Endpoint, port')).toContain(target.port)
    if (row.path) expect.soft(target.path, cell('Endpoint, path')).toBe(row.path)
    expect.soft(target.intervalSeconds, cell('Intervalo')).toBe(row.intervalSeconds)
    expect.soft(target.labels, cell('Etiquetas')).toEqual(row.labels)
    expect.soft(target.proposed, cell('Job, “propuesto”')).toBe(row.proposed)
  })

  test('Table 6: services of metrics', () => {
    expect(baseline.metricServices.map(service => ({
      name: letters(service.name.es),
      apiSupport: letters(service.apiSupport.es),
      scrapeIntervalSeconds: service.scrapeIntervalSeconds,
      labels: letters(service.labels.es),
      longTermRetention: letters(service.longTermRetention.es),
    }))).toEqual(listed.metricServices)
  })

  test('Table 7: no metric is dropped or added', () => {
    expect(baseline.metrics.map(({ name }) => name)).toEqual(listed.metrics.map(({ name }) => name))
  })

  test.each(numbered(listed.metrics))('Table 7, row $row: $name', row => {
    const metric = baseline.metrics.find(({ name }) => name === row.name)
    if (!metric) return expect.fail(`Table 7, row ${row.row}: no metric is called ${row.name}`)
    const cell = (name: string) => `Table 7, row ${row.row}, ${row.name}, cell “${name}”`
    expect.soft(metric.type, cell('Tipo')).toBe(row.type)
    expect.soft(metric.labels, cell('Etiquetas')).toEqual(row.labels)
    expect.soft(letters(metric.purpose.es), cell('Propósito')).toBe(row.purpose)
  })

  test('Table 8: no route is dropped or added', () => {
    expect(baseline.alertRoutes.map(({ receiver }) => receiver))
      .toEqual(listed.alertRoutes.map(({ receiver }) => receiver))
  })

  test.each(numbered(listed.alertRoutes))('Table 8, row $row: $receiver', row => {
    const route = baseline.alertRoutes.find(({ receiver }) => receiver === row.receiver)
    if (!route) return expect.fail(`Table 8, row ${row.row}: no route has the receiver ${row.receiver}`)
    const cell = (name: string) => `Table 8, row ${row.row}, ${row.receiver}, cell “${name}”`
    expect.soft(route.match, cell('Route/Match')).toEqual(row.match)
    expect.soft(letters(route.scope.es), cell('Severidad/Componente')).toBe(row.scope)
    expect.soft(route.groupWait, cell('Tiempos, group_wait')).toBe(row.groupWait)
    expect.soft(route.repeatInterval, cell('Tiempos, repeat')).toBe(row.repeatInterval)
  })

  test('Table 9: inhibitions', () => {
    expect(baseline.inhibitions).toEqual(listed.inhibitions)
  })
})

describe('Table 10: RPO and RTO in minutes', () => {
  test('no component is dropped or added', () => {
    expect(file.drillTargets.map(({ component }) => letters(component.es)))
      .toEqual(listed.drillTargets.map(({ component }) => component))
  })

  test.each(numbered(listed.drillTargets))('Table 10, row $row: $component', row => {
    const target = file.drillTargets.find(({ component }) => letters(component.es) === row.component)
    if (!target) return expect.fail(`Table 10, row ${row.row}: no drill target has the component ${row.component}`)
    const cell = (name: string) => `Table 10, row ${row.row}, ${row.component}, ${name}`
    expect.soft(target.rpo.maxMinutes, cell('RPO')).toBe(row.rpoMaxMinutes)
    expect.soft(target.rpo.minMinutes ?? 0, cell('RPO, least')).toBe(0)
    expect.soft(target.rto?.maxMinutes ?? null, cell('RTO')).toBe(row.rtoMaxMinutes)
    expect.soft(target.rto?.minMinutes ?? 0, cell('RTO, least')).toBe(0)
    expect.soft(target.rtoWords && letters(target.rtoWords.es), cell('RTO in words')).toBe(row.rtoWords)
    expect.soft(file.items.find(ofRow(10, row.row))?.code, cell('item of the row')).toBe(target.item)
  })
})

describe('numbered recommendations', () => {
  const name = ({ section, numeral }: { section: string; numeral: string }) => `${section} (${numeral})`

  test('none is dropped or added', () => {
    expect(file.recommendations.map(name).sort()).toEqual(listed.recommendations.map(name).sort())
  })

  test.each(listed.recommendations)('$section ($numeral)', wanted => {
    const found = file.recommendations.find(recommendation => name(recommendation) === name(wanted))
    if (!found) return expect.fail(`section ${name(wanted)}: no recommendation`)
    const missing = missingWords(found.label.es, wanted.words)
    expect.soft(missing, `${name(wanted)}: words not in the label “${found.label.es}”`).toEqual([])

    const item = file.items.find(({ code }) => code === found.item)
    const evidence = item?.evidence.map(({ title }) => title) ?? []
    const carrier = [found.label, item?.requirement, item?.criterion, ...evidence].map(text => text?.es).join('\n')
    const lost = missingWords(carrier, wanted.carried ?? [])
    expect.soft(lost, `${name(wanted)}: words neither in the label nor in ${found.item}`).toEqual([])
  })
})

describe('what the source does not know, and where it contradicts itself', () => {
  test('no line of the limits is dropped', () => {
    expect(file.gaps.length).toBeGreaterThanOrEqual(listed.gapLines)
  })

  test.each(listed.gaps)('gap: $about', ({ about, words }) => {
    const found = file.gaps.filter(({ title, detail }) => missingWords(`${title.es}\n${detail.es}`, words).length === 0)
    expect(found, `no gap on ${about} has the words ${words.join(' ')}`).not.toEqual([])
  })

  test('each contradiction has an entry of its own', () => {
    expect(file.discrepancies.length).toBeGreaterThanOrEqual(listed.discrepancies.length)
  })

  test.each(listed.discrepancies)('discrepancy: $about', ({ about, words, statements = 2, items = [] }) => {
    const found = file.discrepancies.filter(discrepancy =>
      missingWords(textsOf(discrepancy), words).length === 0
      && discrepancy.statements.length >= statements
      && items.every(item => discrepancy.items.includes(item)))
    const wanted = [...words, `${statements} statements`, ...items].join(', ')
    expect(found, `no discrepancy on ${about} has all of: ${wanted}`).not.toEqual([])
  })
})

test('the references are those of the source', () => {
  expect(file.references.map(({ number, url }) => ({ number, url })))
    .toEqual(listed.referenceUrls.map((url, index) => ({ number: index + 1, url })))
})

describe('policy v1', () => {
  test('gates, critical items and terms are those of the ruling', () => {
    expect([...file.policy.gates].sort()).toEqual(['DR-01', 'OBS-01', 'OBS-02'])
    expect([...file.policy.critical].sort()).toEqual(['ALR-01', 'SEC-02'])
    expect(file.policy).toMatchObject({ closeWithinDays: 30, horizonDays: 90, decisionDays: 30, extensions: 1 })
  })

  test.each(['DR-01', 'OBS-01', 'OBS-02', 'ALR-01', 'SEC-02'])('%s is proven by more than a word or a link', code => {
    const item = file.items.find(item => item.code === code)
    const words = item?.evidence.filter(({ kind }) => kind === 'attestation' || kind === 'link').map(({ key }) => key)
    expect(words, `${code}: requirements that only an attestation or a link would meet`).toEqual([])
  })
})

describe('the file as a whole', () => {
  test('ten dimensions, each with an item', () => {
    expect(file.dimensions).toHaveLength(10)
    const used = new Set(file.items.map(({ dimension }) => dimension))
    expect(file.dimensions.map(({ key }) => key).filter(key => !used.has(key))).toEqual([])
  })

  test('every control has an owner, a criterion of its own and evidence', () => {
    const bare = file.items.filter(item =>
      item.kind === 'control'
      && (item.owners.length === 0
        || item.evidence.length === 0
        || letters(item.criterion.es) === letters(item.requirement.es)))
    expect(bare.map(({ code }) => code)).toEqual([])
  })

  test('no text of more than 25 characters stands untranslated', () => {
    const untranslated: string[] = []
    const walk = (value: unknown, path: string) => {
      if (typeof value !== 'object' || value === null) return
      if ('es' in value && 'en' in value) {
        const es = letters(String(value.es))
        if (es.length > 25 && es === letters(String(value.en)) && !listed.sameInBothLanguages.includes(es))
          untranslated.push(`${path}: ${es}`)
      }
      for (const [key, child] of Object.entries(value)) walk(child, path ? `${path}.${key}` : key)
    }
    walk(file, '')
    expect(untranslated).toEqual([])
  })
})
