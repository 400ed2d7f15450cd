import { createTranslator } from 'use-intl/core'
import type { Language } from '@/lib/domain/language'
import { locales } from '../locales'
import alertmanagerEn from './alertmanager.en.json'
import alertmanagerEs from './alertmanager.es.json'
import certificateEn from './certificate.en.json'
import certificateEs from './certificate.es.json'
import dockerEn from './docker.en.json'
import dockerEs from './docker.es.json'
import expositionEn from './exposition.en.json'
import expositionEs from './exposition.es.json'
import fileEn from './file.en.json'
import fileEs from './file.es.json'
import flyEn from './fly.en.json'
import flyEs from './fly.es.json'
import flyListingEn from './fly-listing.en.json'
import flyListingEs from './fly-listing.es.json'
import formatsEn from './formats.en.json'
import formatsEs from './formats.es.json'
import gitleaksEn from './gitleaks.en.json'
import gitleaksEs from './gitleaks.es.json'
import grafanaEn from './grafana.en.json'
import grafanaEs from './grafana.es.json'
import junitEn from './junit.en.json'
import junitEs from './junit.es.json'
import liveEn from './live.en.json'
import liveEs from './live.es.json'
import loadTestEn from './load-test.en.json'
import loadTestEs from './load-test.es.json'
import probeEn from './probe.en.json'
import probeEs from './probe.es.json'
import prometheusEn from './prometheus.en.json'
import prometheusEs from './prometheus.es.json'
import rulesEn from './rules.en.json'
import rulesEs from './rules.es.json'
import sarifEn from './sarif.en.json'
import sarifEs from './sarif.es.json'
import trivyEn from './trivy.en.json'
import trivyEs from './trivy.es.json'

/** What is said of one check. */
export interface CheckWords {
  title: string
  why: string
  mend: string
  findings: Readonly<Record<string, string>>
}

// By the first part of a check's id; English that lacks a check or a finding of the Spanish does not compile.
const es = {
  alertmanager: alertmanagerEs,
  certificate: certificateEs,
  docker: dockerEs,
  exposition: expositionEs,
  file: fileEs,
  fly: flyEs,
  'fly-listing': flyListingEs,
  gitleaks: gitleaksEs,
  grafana: grafanaEs,
  junit: junitEs,
  live: liveEs,
  'load-test': loadTestEs,
  probe: probeEs,
  prometheus: prometheusEs,
  rules: rulesEs,
  sarif: sarifEs,
  trivy: trivyEs,
}
const en: typeof es = {
  alertmanager: alertmanagerEn,
  certificate: certificateEn,
  docker: dockerEn,
  exposition: expositionEn,
  file: fileEn,
  fly: flyEn,
  'fly-listing': flyListingEn,
  gitleaks: gitleaksEn,
  grafana: grafanaEn,
  junit: junitEn,
  live: liveEn,
  'load-test': loadTestEn,
  probe: probeEn,
  prometheus: prometheusEn,
  rules: rulesEn,
  sarif: sarifEn,
  trivy: trivyEn,
}
const families: Record<Language, Record<string, Record<string, CheckWords>>> = { es, en }

/** The words of a check by its id; null for one that is not known (any more). */
export function checkWords(id: string, language: Language): CheckWords | null {
  const [family = '', name = ''] = id.split('/')
  return ownOf(ownOf(families[language], family) ?? {}, name) ?? null
}

/** What a record has under a name that anybody may have chosen, and not what every object has. */
function ownOf<Value>(record: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined
}

/** What a finding says, in words. One that an older release found, and that has none now, is named by its check. */
export function findingWords(
  { check, key, values }: { check: string; key: string; values: Readonly<Record<string, string | number>> }, language: Language,
): string {
  const words = checkWords(check, language)
  const name = `${words?.title ?? check} (${key})`
  const text = words ? ownOf(words.findings, key) : undefined
  if (text === undefined) return name
  // Its words may have come to ask for more than it was stored with.
  return translators[language](`${check.replace('/', '.')}.findings.${key}`, values) || name
}

/** By kind of file. */
export const formatNames: Record<Language, Readonly<Record<string, string>>> = { es: formatsEs, en: formatsEn }

/** What people call a kind of file; its id where it is none that is known (any more). */
export function formatName(format: string, language: Language): string {
  return formatNames[language][format] ?? format
}

/** Which messages there are is known when they are read only: their keys are no types. */
type Say = (key: string, values: Readonly<Record<string, string | number>>) => string

// Kept, since a message is read at its first use: a file may have ten thousand findings of one.
const create = (language: Language) => createTranslator({
  locale: locales[language], messages: families[language], timeZone: 'UTC', onError: () => undefined, getMessageFallback: () => '',
}) as unknown as Say
const translators = { es: create('es'), en: create('en') }
