import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findDestinations, openTo, type Destination } from './destinations'
import { fold } from './item-list'
import { roles, type Role } from './permissions'

const destinations: Destination[] = [
  { kind: 'page', label: 'Resumen', href: '/a' },
  { kind: 'page', label: 'Hoja de ruta', href: '/a/roadmap' },
  { kind: 'action', label: 'Cerrar sesión', verb: 'signOut' },
  { kind: 'item', code: 'OBS-01', label: 'Métricas alineadas con las alertas', href: '/a/items/OBS-01' },
  { kind: 'item', code: 'OBS-11', label: 'Panel de métricas', href: '/a/items/OBS-11' },
  { kind: 'item', code: 'DR-01', label: 'Plan de DR y OBS-01 citado', href: '/a/items/DR-01' },
  { kind: 'item', code: 'SEC-02', label: 'Intermétricas y sesiones', href: '/a/items/SEC-02' },
  { kind: 'task', code: 'TASK-01', label: 'Alinear métricas', href: '/a/roadmap/TASK-01' },
  { kind: 'dimension', label: 'Observabilidad', href: '/a/dimensions/observability' },
  { kind: 'item', code: 'CAP-01', label: 'Prueba de carga', of: 'Portal de trámites', href: '/b/items/CAP-01' },
  { kind: 'dimension', label: 'Escalado', of: 'Portal de trámites', href: '/b/dimensions/scaling' },
  { kind: 'person', label: 'Álvaro Núñez', href: '/admin/people/1' },
]
const found = (typed: string) => findDestinations(destinations, typed).map(({ code, label }) => code ?? label)

describe('findDestinations', () => {
  test.each([
    ['metricas', ['OBS-01', 'OBS-11', 'TASK-01', 'SEC-02']],
    ['MÉTRICAS', ['OBS-01', 'OBS-11', 'TASK-01', 'SEC-02']],
    ['obs-01', ['OBS-01', 'DR-01']],
    ['obs01', ['OBS-01']],
    ['obs', ['OBS-01', 'OBS-11', 'Observabilidad', 'DR-01']],
    ['metricas alineadas', ['OBS-01']],
    ['alertas metricas', ['OBS-01']],
    ['sesion', ['Cerrar sesión', 'SEC-02']],
    ['ruta', ['Hoja de ruta']],
    ['metricas inexistentes', []],
    ['alvaro', ['Álvaro Núñez']],
    ['cap 01 tramites', ['CAP-01']],
    ['portal', ['CAP-01', 'Escalado']],
    ['-', ['OBS-01', 'OBS-11', 'DR-01', 'SEC-02', 'CAP-01', 'TASK-01']],
  ])('%s finds %j, the best first', (typed, expected) => expect(found(typed)).toEqual(expected))

  test.each(['', '  '])('nothing typed (%j) offers everything but items, tasks, people and what is in other assessments', typed =>
    expect(found(typed)).toEqual(['Resumen', 'Hoja de ruta', 'Cerrar sesión', 'Observabilidad']))

  test('whatever is typed finds each at most once, and only what has every word or the code', () => {
    const typed = fc.oneof(fc.string(), fc.constantFrom('obs', 'métr', 'de ruta', 'e', 'DR 01'))
    fc.assert(fc.property(typed, text => {
      const results = findDestinations(destinations, text)
      expect(new Set(results).size).toBe(results.length)
      const words = fold(text).trim().split(/\s+/).filter(Boolean)
      for (const { code = '', label, of = '' } of results) {
        const whole = fold(`${code} ${label} ${of}`)
        expect(words.every(word => whole.includes(word)) || fold(code).replace('-', '').startsWith(words.join('').replace(/[^\p{L}\p{N}]/gu, ''))).toBe(true)
      }
    }))
  })
})

describe('openTo', () => {
  const keys = (...of: Role[]) => {
    const { assessment, instance } = openTo({ userId: 'ana', roles: of, teams: [], standsInFor: [] })
    return [...assessment, ...instance].map(({ key }) => key)
  }
  const writing = ['import', 'newAssessment', 'settings', 'people', 'groups', 'teams', 'absences', 'assessments']

  test.each([
    ['owner', ['import']],
    ['reviewer', []],
    ['cab_chair', []],
    ['cab_member', []],
    ['executive', []],
    ['auditor', ['settings', 'people', 'groups', 'teams', 'absences', 'assessments']],
    ['admin', ['settings', 'people', 'groups', 'teams', 'absences', 'assessments', 'newAssessment']],
  ] as const)('%s is offered beyond what everybody reads: %j', (role, beyond) =>
    expect(keys(role).filter(key => writing.includes(key))).toEqual(beyond))

  test('every role reads the same pages of an assessment', () => {
    for (const role of roles) expect(keys(role)).toEqual(expect.arrayContaining(['summary', 'items', 'verdict', 'policy', 'account', 'apiReference']))
  })
  test('without a role there is nothing', () => expect(keys()).toEqual([]))
})
