/** The first bytes of a stream, and the whole of it, to be read once. */
export interface Peeked {
  /** At least as many bytes as were asked for, or all there are. */
  head: Uint8Array
  /** Every byte, the head included. */
  chunks: AsyncGenerator<Uint8Array, void, undefined>
}

/** Looks at the first bytes of a stream before it is decided what becomes of it. Rejects where the stream fails. */
export async function peek(source: AsyncIterable<Uint8Array>, bytes: number): Promise<Peeked> {
  const rest = source[Symbol.asyncIterator]()
  let head: Uint8Array = new Uint8Array()
  while (head.byteLength < bytes) {
    const { value, done } = await rest.next()
    if (done) break
    head = Buffer.concat([head, value])
  }
  async function* chunks() {
    if (head.byteLength > 0) yield head
    yield* { [Symbol.asyncIterator]: () => rest }
  }
  return { head, chunks: chunks() }
}
