import type { Place } from '../../place'
import type { HistogramFault, Identity, MetricFamily, MetricLabel, MetricType } from '../metrics-exposition'
import { Buckets } from './buckets'
import { identityOf } from './identity'
import type { Line } from './lines'
import { hashesOf, type Labels } from './sample'

/** How many series and values of labels may still be told apart; what is past it is counted as "at least". */
export interface Budget {
  left: number
}

/** Room for the half million samples that 50 MB hold and for what their labels say, at some 60 bytes each. */
export const fullBudget = 1_500_000

export interface Sample {
  name: string
  /** The line that it stands in, and where it begins. */
  line: Line
  at: number
  labels: Labels
  value: number
  /** Where two samples of one series may differ by it. */
  timestamp: string | null
}

/** A family while its lines are read. */
export class Family implements MetricFamily {
  type: MetricType = 'untyped'
  typePlace: Place | null = null
  help: string | null = null
  helpPlace: Place | null = null
  unit: string | null = null
  samples = 0
  counted: 'all' | 'least' = 'all'
  scattered: Place | null = null
  repeated: Place | null = null
  reserved: { name: string; place: Place } | null = null
  readonly labels = new Map<string, Label>()
  private readonly seen = new Set<number>()
  private readonly points = new Set<number>()
  private readonly metrics = new Map<number, Buckets>()
  private readonly found = new Map<HistogramFault['kind'], HistogramFault>()

  constructor(public name: string, readonly place: Place, private readonly budget: Budget) {}

  get series(): number {
    return this.seen.size
  }

  get histograms(): number {
    return this.metrics.size
  }

  get faults(): HistogramFault[] {
    return [...this.found.values()]
  }

  add(sample: Sample): void {
    this.samples += 1
    const own = this.ownLabel
    let [low, high] = [0, 0]
    let bound = -1
    for (let index = 0; index < sample.labels.count; index += 1) {
      const name = sample.labels.names[index] ?? ''
      if (name === own) bound = index
      else {
        const label = this.take(name, sample, index)
        low = (low + label.low(sample.labels.low[index] ?? 0)) | 0
        high = (high + label.high(sample.labels.high[index] ?? 0)) | 0
      }
    }
    this.tell(sample, low, high, bound)
    if (own === 'le') this.addBucket(sample, keyOf(low, high), bound)
  }

  /** What only the whole file shows; `sumMayLack` where the format lets a histogram do without its sum and count. */
  finish(sumMayLack: boolean): void {
    for (const buckets of this.metrics.values()) for (const fault of buckets.finish(sumMayLack)) this.keep(fault)
  }

  /** The label that tells the parts of one metric apart. */
  private get ownLabel(): 'le' | 'quantile' | null {
    return this.type === 'histogram' || this.type === 'gaugehistogram' ? 'le' : this.type === 'summary' ? 'quantile' : null
  }

  private take(name: string, { labels, line }: Sample, index: number): Label {
    let label = this.labels.get(name)
    if (!label) {
      label = new Label(name, line.place(labels.at[index]))
      this.labels.set(name, label)
      if (name === 'le' || name === 'quantile') this.reserved = { name, place: label.place }
    }
    label.samples += 1
    const value = labels.low[index] ?? 0
    if (!label.seen.has(value) && this.spend()) {
      label.seen.add(value)
      const identity = identityOf(labels.value(line.text, index))
      if (identity && !label.identities.has(identity)) label.identities.set(identity, line.place(labels.at[index]))
    }
    return label
  }

  /** Counts the series of a sample, and notices where it stands twice. */
  private tell({ name, labels, timestamp, line, at }: Sample, low: number, high: number, bound: number): void {
    const of = hashesOf(name)
    const bucketLow = bound < 0 ? 0 : labels.low[bound] ?? 0
    const bucketHigh = bound < 0 ? 0 : labels.high[bound] ?? 0
    const key = keyOf(avalanche(of.low ^ bucketLow) + low, avalanche(of.high ^ bucketHigh) + high)
    const isNew = !this.seen.has(key)
    if (isNew && this.spend()) this.seen.add(key)
    const point = timestamp === null ? null : hashesOf(timestamp)
    const pointKey = point && keyOf(avalanche(point.low) + key, avalanche(point.high) + high)
    if (pointKey === null ? !isNew : this.points.has(pointKey)) this.repeated ??= line.place(at)
    if (pointKey !== null && this.spend()) this.points.add(pointKey)
  }

  private addBucket(sample: Sample, key: number, bound: number): void {
    let buckets = this.metrics.get(key)
    if (!buckets) {
      if (!this.spend()) return
      buckets = new Buckets(sample.line.place(sample.at))
      this.metrics.set(key, buckets)
    }
    const written = bound < 0 ? null : sample.labels.value(sample.line.text, bound)
    const kind = buckets.add(sample.name.slice(this.name.length), written, sample.value, sample.timestamp)
    if (kind) this.keep({ kind, place: sample.line.place(sample.at) })
  }

  private keep(fault: HistogramFault): void {
    if (!this.found.has(fault.kind)) this.found.set(fault.kind, fault)
  }

  private spend(): boolean {
    this.budget.left -= 1
    if (this.budget.left >= 0) return true
    this.counted = 'least'
    return false
  }
}

class Label implements MetricLabel {
  samples = 0
  readonly seen = new Set<number>()
  readonly identities = new Map<Identity, Place>()
  private readonly of: { low: number; high: number }

  constructor(readonly name: string, readonly place: Place) {
    this.of = hashesOf(name)
  }

  get values(): number {
    return this.seen.size
  }

  /** Hash of the label with a value of this hash. Those of all labels are added up, for their order says nothing. */
  low(value: number): number {
    return avalanche(this.of.low ^ Math.imul(value, 0x2c1b3c6d))
  }

  high(value: number): number {
    return avalanche(this.of.high ^ Math.imul(value, 0x297a2d39))
  }
}

/** MurmurHash3's last step: without it, sums of hashes of like values would often be equal. */
function avalanche(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}

/** One whole number of 53 bits from two hashes. */
function keyOf(low: number, high: number): number {
  return (high & 0x1fffff) * 0x1_0000_0000 + (low >>> 0)
}
