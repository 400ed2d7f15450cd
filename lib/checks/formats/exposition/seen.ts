/**
 * Tells whether a pair of 32-bit hashes was seen before, in 16 bytes a pair: a `Set` of as many numbers takes four times that.
 * Past `most` pairs nothing more is told apart.
 */
export class Seen {
  private pairs = new Int32Array(2 * 1024)
  private size = 0

  constructor(private readonly most: number) {}

  /** `new` where it was not there and is now, `known` where it was, `full` where there is no room to tell. */
  add(low: number, high: number): 'new' | 'known' | 'full' {
    // Two zeros mark a free slot.
    const first = low === 0 && high === 0 ? 1 : low
    const slot = this.slotOf(first, high)
    if (this.pairs[slot] === first && this.pairs[slot + 1] === high) return 'known'
    if (this.size >= this.most) return 'full'
    this.pairs[slot] = first
    this.pairs[slot + 1] = high
    this.size += 1
    if (this.size * 4 > this.pairs.length) this.grow()
    return 'new'
  }

  /** Where a pair stands, or the free slot that it would have. */
  private slotOf(low: number, high: number): number {
    const { pairs } = this
    const mask = pairs.length / 2 - 1
    let at = (low ^ Math.imul(high, 0x9e3779b1)) & mask
    for (;;) {
      const [foundLow, foundHigh] = [pairs[2 * at], pairs[2 * at + 1]]
      if ((foundLow === low && foundHigh === high) || (foundLow === 0 && foundHigh === 0)) return 2 * at
      at = (at + 1) & mask
    }
  }

  private grow(): void {
    const before = this.pairs
    this.pairs = new Int32Array(2 * before.length)
    for (let at = 0; at < before.length; at += 2) {
      const low = before[at] ?? 0
      const high = before[at + 1] ?? 0
      if (low === 0 && high === 0) continue
      const slot = this.slotOf(low, high)
      this.pairs[slot] = low
      this.pairs[slot + 1] = high
    }
  }
}
