import type { Place } from '../../place'
import type { HistogramFault } from '../metrics-exposition'
import { floatOf } from './sample'

type Kind = HistogramFault['kind']

/** One metric of a histogram, of whose buckets only the last is kept. */
export class Buckets {
  private bound = -Infinity
  private inBucket = -Infinity
  private infinity: number | null = null
  private count: number | null = null
  private hasSum = false
  private timestamp: string | null = null

  constructor(private readonly place: Place) {}

  get isWhole(): boolean {
    return this.infinity !== null && this.count !== null && this.hasSum
  }

  get countDiffers(): boolean {
    return this.infinity !== null && this.count !== null && this.infinity !== this.count
  }

  /** Takes a sample by the suffix of its name, its `le` as it is written and its value; says what is wrong with it. */
  add(suffix: string, le: string | null, value: number, timestamp: string | null): Kind | null {
    // Points of one metric at several times follow each other.
    if (timestamp !== this.timestamp) this.restart(timestamp)
    if (suffix === '_bucket') return this.addBucket(le, value)
    if (suffix === '_sum' || suffix === '_gsum') this.hasSum = true
    else if (suffix === '_count' || suffix === '_gcount') this.count = value
    else return 'bare-sample'
    return null
  }

  /** What is not there at the end; with `sumMayLack`, a sum and a count may both be missing. */
  lacks(sumMayLack: boolean): HistogramFault[] {
    const needsBoth = !sumMayLack || this.hasSum || this.count !== null
    const kinds: (Kind | false)[] = [
      this.infinity === null && 'no-infinity', needsBoth && !this.hasSum && 'no-sum', needsBoth && this.count === null && 'no-count',
    ]
    return kinds.flatMap(kind => (kind ? [{ kind, place: this.place }] : []))
  }

  private addBucket(le: string | null, value: number): Kind | null {
    const bound = le === null ? null : floatOf(le)
    if (bound === null || Number.isNaN(bound)) return 'no-le'
    const kind = bound <= this.bound ? 'not-sorted' : value < this.inBucket ? 'not-cumulative' : null
    this.bound = bound
    this.inBucket = value
    if (bound === Infinity) this.infinity = value
    return kind
  }

  private restart(timestamp: string | null): void {
    this.bound = this.inBucket = -Infinity
    this.infinity = this.count = null
    this.hasSum = false
    this.timestamp = timestamp
  }
}
