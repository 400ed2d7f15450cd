import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { baselineTables } from '@/lib/domain/baseline'
import { AssessmentFile } from '@/lib/schemas/assessment-file'

const file = AssessmentFile.parse(parse(readFileSync(join(import.meta.dirname, 'grupo-gad.yaml'), 'utf8')))

test('every table of the baseline is shown with exactly one dimension', () => {
  expect(file.dimensions.flatMap(dimension => dimension.baseline).sort()).toEqual([...baselineTables].sort())
})

test('the domain names every table that a file can hold', () => {
  expect([...baselineTables].sort()).toEqual([...Object.entries(file.baseline).flatMap(([key, rows]) => (Array.isArray(rows) ? [key] : [])), 'drillTargets'].sort())
})
