import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const folders = ['app', 'components', 'lib', 'server', 'bin', 'prisma']

test('nothing in the code knows the name of the assessment that it ships with', () => {
  const sources = folders.flatMap(folder => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(file => path.join(folder, file)))
    .filter(file => /\.(ts|tsx|css|sql|prisma|json)$/.test(file) && !/\.test\.|\/testing\/|\/generated\/|\/fixtures\//.test(file))
  expect(sources.length).toBeGreaterThan(50)
  expect(sources.filter(file => /grupo[-_ ]?gad/i.test(readFileSync(file, 'utf8')))).toEqual([])
})
