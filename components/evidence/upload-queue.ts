import { fillWords } from '@/lib/i18n/fill-words'
import type { ArrivedUpload, SendFile, Sending, SendOutcome } from './send-file'
import type { UploadWords } from './upload-field'

/** A chosen file and how far it is. */
export type QueueEntry = { key: number; file: File; redacts?: boolean } & (
  | { state: 'waiting' }
  | { state: 'sending'; percent: number }
  | { state: 'storing' }
  | { state: 'arrived'; upload: ArrivedUpload }
  /** `canRedact` where it was refused for the secrets in it, which can be covered. */
  | { state: 'failed'; message: string; canRetry: boolean; canRedact?: boolean }
)

/** One state of the queue; the same object until something changes. */
export interface QueueSnapshot {
  entries: readonly QueueEntry[]
  /** The same array until a file arrives or is removed. */
  arrived: readonly ArrivedUpload[]
  /** What a screen reader should say of the last change. */
  announcement: string
}

export const emptyQueue: QueueSnapshot = { entries: [], arrived: [], announcement: '' }

interface QueueOptions {
  assessment: string
  limitBytes: number
  labels: UploadWords
  send: SendFile
}

/** The files of one form, sent one after the other: a page shares few connections among all that it does. */
export class UploadQueue {
  #snapshot = emptyQueue
  #listeners = new Set<() => void>()
  #sending: { key: number; transfer: Sending } | null = null
  #lastKey = 0

  constructor(private readonly options: QueueOptions) {}

  readonly snapshot = (): QueueSnapshot => this.#snapshot

  /** Returns what ends the subscription. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** How the files stand once none of them is on its way any more. */
  settled(): Promise<QueueSnapshot> {
    return new Promise(resolve => {
      const look = () => {
        if (this.#snapshot.entries.some(({ state }) => state === 'waiting' || state === 'sending' || state === 'storing')) return
        this.#listeners.delete(look)
        resolve(this.#snapshot)
      }
      this.#listeners.add(look)
      look()
    })
  }

  add(files: Iterable<File>): void {
    const entries = [...files].map(file => this.#judge({ key: ++this.#lastKey, file, state: 'waiting' }))
    const failed = entries.find(entry => entry.state === 'failed')
    this.#change([...this.#snapshot.entries, ...entries], failed && this.#announce(failed))
    this.#sendNext()
  }

  /** Takes a file off the list, and stops it where it is on its way. */
  remove(key: number): void {
    if (this.#sending?.key === key) this.#sending.transfer.cancel()
    this.#change(this.#snapshot.entries.filter(entry => entry.key !== key))
  }

  retry(key: number): void {
    this.#replace(key, ({ file }) => this.#judge({ key, file, state: 'waiting' }))
    this.#sendNext()
  }

  /** Sends a file again, with the secrets in it covered. */
  redact(key: number): void {
    this.#replace(key, ({ file }) => this.#judge({ key, file, redacts: true, state: 'waiting' }))
    this.#sendNext()
  }

  /** Stops what is on its way and starts nothing more. */
  stop(): void {
    this.#change(this.#snapshot.entries.filter(entry => entry.state !== 'waiting'))
    this.#sending?.transfer.cancel()
  }

  /** What cannot be taken anyway is not sent first. */
  #judge(entry: QueueEntry): QueueEntry {
    const { labels, limitBytes } = this.options
    const { key, file } = entry
    if (file.size > limitBytes) return { key, file, state: 'failed', message: labels.tooLarge, canRetry: false }
    if (file.size === 0) return { key, file, state: 'failed', message: labels.empty, canRetry: false }
    return entry
  }

  #sendNext(): void {
    const next = this.#snapshot.entries.find(entry => entry.state === 'waiting')
    if (this.#sending || !next) return
    const { key, file, redacts = false } = next
    this.#replace(key, () => ({ key, file, state: 'sending', percent: 0 }))
    const transfer = this.options.send(this.options.assessment, file, share => {
      this.#replace(key, () => share < 1
        ? { key, file, state: 'sending', percent: Math.floor(share * 100) }
        : { key, file, state: 'storing' })
    }, redacts)
    this.#sending = { key, transfer }
    void transfer.outcome.then(outcome => {
      this.#sending = null
      this.#replace(key, entry => this.#ended(entry, outcome), true)
      this.#sendNext()
    })
  }

  #ended({ key, file }: QueueEntry, outcome: SendOutcome): QueueEntry {
    const { labels } = this.options
    const failed = (message: string): QueueEntry => ({ key, file, state: 'failed', message, canRetry: true })
    if (outcome.kind === 'arrived') return { key, file, state: 'arrived', upload: outcome.upload }
    if (outcome.kind === 'refused') {
      if (outcome.code !== 'holds_secrets') return failed(outcome.message)
      return { key, file, state: 'failed', message: outcome.message, canRetry: false, canRedact: true }
    }
    return failed(outcome.kind === 'answer_unreadable' ? labels.answerUnreadable : labels.connectionLost)
  }

  #announce(entry: QueueEntry): string {
    const { labels } = this.options
    const { name } = entry.file
    if (entry.state === 'failed') return fillWords(labels.announceFailed, { name, message: entry.message })
    return fillWords(labels.announceArrived, { name })
  }

  /** A file that was taken off the list meanwhile stays off. */
  #replace(key: number, change: (entry: QueueEntry) => QueueEntry, announce = false): void {
    const entry = this.#snapshot.entries.find(candidate => candidate.key === key)
    if (!entry) return
    const changed = change(entry)
    const entries = this.#snapshot.entries.map(candidate => (candidate === entry ? changed : candidate))
    this.#change(entries, announce ? this.#announce(changed) : undefined)
  }

  #change(entries: readonly QueueEntry[], announcement = this.#snapshot.announcement): void {
    const arrived = entries.flatMap(entry => (entry.state === 'arrived' ? [entry.upload] : []))
    const before = this.#snapshot.arrived
    const same = arrived.length === before.length && arrived.every((upload, index) => upload === before[index])
    this.#snapshot = { entries, arrived: same ? before : arrived, announcement }
    for (const listener of this.#listeners) listener()
  }
}
