import { expect, test } from 'vitest'
import { unexpected } from './unexpected'

const coded = (code: string) => Object.assign(new Error('x'), { code })
const throughPrisma = (code: string, originalCode: string) => Object.assign(coded(code), { meta: { driverAdapterError: { cause: { originalCode } } } })

test.each<[string, unknown]>([
  ['nobody listens', coded('ECONNREFUSED')],
  ['its name is not known', coded('ENOTFOUND')],
  ['nobody can be asked for its name', coded('EAI_AGAIN')],
  ['it is not to be reached', coded('EHOSTUNREACH')],
  ['nor is its network', coded('ENETUNREACH')],
  ['it does not answer in time', coded('ETIMEDOUT')],
  ['it has no connection left', coded('53300')],
  ['it has none left, as Prisma says it', throughPrisma('P2037', '53300')],
  ['the server shuts down', coded('57P01')],
  ['the server starts up', coded('57P03')],
  ['Prisma finds nobody', coded('P1001')],
  ['a connection ends in the middle', new Error('Connection terminated unexpectedly')],
  ['a connection is used that has ended', new Error('Client has encountered a connection error and is not queryable')],
  ['no connection comes about', new Error('timeout exceeded when trying to connect')],
  ['a transaction does not end in its time', coded('P2028')],
  ['a connection falls silent', new Error('Query read timeout')],
])('%s: the database is away', (_, error) => {
  expect(unexpected(error, '7')).toEqual({ code: 'database_unavailable', values: { requestId: '7' } })
})

test.each<[string, unknown]>([
  ['its disk is full', coded('53100')],
  ['its disk is full, as Prisma says it', throughPrisma('P2010', '53100')],
  ['it is read-only', coded('25006')],
  ['it is read-only, as Prisma says it', throughPrisma('P2039', '25006')],
])('%s: the database takes no changes', (_, error) => {
  expect(unexpected(error, '7')).toEqual({ code: 'database_not_writable', values: { requestId: '7' } })
})

test.each<[string, unknown]>([
  ['a statement that is wrong, as Prisma says it', throughPrisma('P2010', '42601')],
  ['a statement that is wrong', coded('42601')], ['a value out of range', coded('22008')], ['a slip of ours', new TypeError('x is undefined')], ['nothing at all', undefined], ['a text', 'x'],
])('%s is a failure of ours', (_, error) => {
  expect(unexpected(error, '7')).toEqual({ code: 'unexpected', values: { requestId: '7' } })
})
