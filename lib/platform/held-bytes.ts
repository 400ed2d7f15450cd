/** How many bytes all who gather some may hold in memory together. */
export class ByteBudget {
  private taken = 0

  constructor(private readonly most: number) {}

  /** Takes so many, and says whether there were as many left; where not, none is taken. */
  take(bytes: number): boolean {
    if (this.taken + bytes > this.most) return false
    this.taken += bytes
    return true
  }

  giveBack(bytes: number): void {
    this.taken -= bytes
  }
}

// Kept as they come, chunks of a byte each would take a hundred times as much.
const blockBytes = 65_536

/** Bytes that are gathered in memory, out of a budget that is shared, until they are released. */
export class HeldBytes {
  size = 0
  private blocks: Buffer[] = []

  constructor(private readonly budget: ByteBudget) {}

  /** Adds a copy of a chunk; false where the budget has no room for the whole of it. */
  add(chunk: Uint8Array): boolean {
    for (let at = 0; at < chunk.byteLength;) {
      const free = this.blocks.length * blockBytes - this.size
      if (free === 0 && !this.addBlock()) return false
      const part = chunk.subarray(at, at + (free || blockBytes))
      this.blocks.at(-1)?.set(part, this.size % blockBytes)
      this.size += part.byteLength
      at += part.byteLength
    }
    return true
  }

  /** What was gathered, in its order. */
  chunks(): Uint8Array[] {
    return this.blocks.map((block, index) => block.subarray(0, this.size - index * blockBytes))
  }

  /** Lets all of it go. */
  release(): void {
    this.budget.giveBack(this.blocks.length * blockBytes)
    this.blocks = []
    this.size = 0
  }

  private addBlock(): boolean {
    if (!this.budget.take(blockBytes)) return false
    this.blocks.push(Buffer.allocUnsafe(blockBytes))
    return true
  }
}
