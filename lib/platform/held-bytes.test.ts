import { expect, test } from 'vitest'
import { ByteBudget, HeldBytes } from './held-bytes'

const block = 65_536
const held = (bytes: HeldBytes) => Buffer.concat(bytes.chunks())

test('what is gathered comes back to the byte, whatever the pieces it came in', () => {
  const content = Buffer.from(Array.from({ length: 200_000 }, (_, index) => index % 251))
  for (const size of [17, block - 1, block, block + 1, content.byteLength]) {
    const gathered = new HeldBytes(new ByteBudget(4 * block))
    for (let at = 0; at < content.byteLength; at += size) gathered.add(content.subarray(at, at + size))
    expect(gathered.size).toBe(content.byteLength)
    expect(held(gathered).equals(content)).toBe(true)
  }
})

test('a chunk may change afterwards', () => {
  const gathered = new HeldBytes(new ByteBudget(block))
  const chunk = Buffer.from('abc')
  gathered.add(chunk)
  chunk.fill('x')
  expect(held(gathered).toString()).toBe('abc')
})

test('all share one budget, and what one releases another may take', () => {
  const budget = new ByteBudget(2 * block)
  const [one, other, third] = [new HeldBytes(budget), new HeldBytes(budget), new HeldBytes(budget)]
  expect(one.add(Buffer.alloc(10))).toBe(true)
  expect(other.add(Buffer.alloc(block))).toBe(true)
  expect(third.add(Buffer.alloc(1))).toBe(false)
  expect(one.add(Buffer.alloc(block))).toBe(false)
  other.release()
  expect(third.add(Buffer.alloc(1))).toBe(true)
  third.release()
  third.release()
  one.release()
  expect(other.add(Buffer.alloc(2 * block))).toBe(true)
})
