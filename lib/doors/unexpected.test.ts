import { expect, test } from 'vitest'
import { unexpected } from './unexpected'

const coded = (code: string) => Object.assign(new Error('x'), { code })

test.each<[string, unknown]>([
  ['nobody listens', coded('ECONNREFUSED')],
  ['the server shuts down', coded('57P01')],
  ['the server starts up', coded('57P03')],
  ['Prisma finds nobody', coded('P1001')],
  ['a connection ends in the middle', new Error('Connection terminated unexpectedly')],
  ['a connection is used that has ended', new Error('Client has encountered a connection error and is not queryable')],
  ['no connection comes about', new Error('timeout exceeded when trying to connect')],
])('%s: the database is away', (_, error) => {
  expect(unexpected(error, '7')).toEqual({ code: 'database_unavailable', values: { requestId: '7' } })
})

test.each<[string, unknown]>([
  ['a statement that is wrong', coded('42601')], ['a value out of range', coded('22008')], ['a slip of ours', new TypeError('x is undefined')], ['nothing at all', undefined], ['a text', 'x'],
])('%s is a failure of ours', (_, error) => {
  expect(unexpected(error, '7')).toEqual({ code: 'unexpected', values: { requestId: '7' } })
})
