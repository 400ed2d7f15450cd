import { expect, test, vi } from 'vitest'
import type { SendFile, SendOutcome } from './send-file'
import { uploadLabels } from './upload-labels'
import { UploadQueue } from './upload-queue'

const labels = uploadLabels('es', 1024 ** 2)

interface Transfer {
  name: string
  redacts: boolean
  progress: (share: number) => void
  end: (outcome: SendOutcome) => void
  cancel: () => void
}

function queueWith() {
  const transfers: Transfer[] = []
  const send: SendFile = (_, file, progress, redacts) => {
    const { promise: outcome, resolve: end } = Promise.withResolvers<SendOutcome>()
    const cancel = vi.fn(() => end({ kind: 'cancelled' }))
    transfers.push({ name: file.name, redacts, progress, end, cancel })
    return { outcome, cancel }
  }
  const queue = new UploadQueue({ assessment: 'grupo-gad', limitBytes: 10, labels, send })
  const states = () => queue.snapshot().entries.map(entry => `${entry.file.name} ${entry.state}`)
  return { queue, transfers, states }
}

const file = (name: string, size = 3) => new File(['x'.repeat(size)], name)
const upload = (name: string) => ({ id: name, name, size: 3, mediaType: 'text/plain', sha256: '' })

test('files go one after the other, and what arrived is reported', async () => {
  const { queue, transfers, states } = queueWith()
  queue.add([file('a.txt'), file('b.txt')])
  expect(states()).toEqual(['a.txt sending', 'b.txt waiting'])
  transfers[0]?.progress(0.429)
  expect(queue.snapshot().entries[0]).toMatchObject({ state: 'sending', percent: 42 })
  transfers[0]?.progress(1)
  expect(states()).toEqual(['a.txt storing', 'b.txt waiting'])
  transfers[0]?.end({ kind: 'arrived', upload: upload('a.txt') })
  await vi.waitFor(() => expect(states()).toEqual(['a.txt arrived', 'b.txt sending']))
  expect(queue.snapshot().arrived).toEqual([upload('a.txt')])
  expect(queue.snapshot().announcement).toBe('a.txt: listo para presentar.')
})

test('it is settled once nothing is on its way, whatever became of it', async () => {
  const { queue, transfers } = queueWith()
  expect(await queue.settled()).toEqual(queue.snapshot())
  queue.add([file('a.txt'), file('b.txt'), file('large.txt', 11)])
  let settled = false
  const settling = queue.settled().then(snapshot => { settled = true; return snapshot })
  transfers[0]?.end({ kind: 'arrived', upload: upload('a.txt') })
  await vi.waitFor(() => expect(transfers).toHaveLength(2))
  expect(settled).toBe(false)
  transfers[1]?.end({ kind: 'refused', message: 'no' })
  expect((await settling).entries.map(({ state }) => state)).toEqual(['arrived', 'failed', 'failed'])
})

test('what has arrived is the same array until it changes', async () => {
  const { queue, transfers, states } = queueWith()
  queue.add([file('a.txt'), file('b.txt')])
  transfers[0]?.end({ kind: 'arrived', upload: upload('a.txt') })
  await vi.waitFor(() => expect(states()).toEqual(['a.txt arrived', 'b.txt sending']))
  const { arrived } = queue.snapshot()
  transfers[1]?.progress(0.5)
  expect(queue.snapshot().arrived).toBe(arrived)
})

test('a file that is too large or empty is not sent', () => {
  const { queue, transfers } = queueWith()
  queue.add([file('grande.bin', 11), file('vacio.txt', 0)])
  expect(queue.snapshot().entries).toMatchObject([
    { state: 'failed', message: labels.tooLarge, canRetry: false },
    { state: 'failed', message: labels.empty, canRetry: false },
  ])
  expect(transfers).toEqual([])
})

test('a refusal says why, lets the next file go on and can be tried again', async () => {
  const { queue, transfers, states } = queueWith()
  queue.add([file('a.pdf'), file('b.txt')])
  transfers[0]?.end({ kind: 'refused', message: 'El contenido no es PDF.' })
  await vi.waitFor(() => expect(states()).toEqual(['a.pdf failed', 'b.txt sending']))
  expect(queue.snapshot().announcement).toBe('a.pdf: El contenido no es PDF.')
  transfers[1]?.end({ kind: 'connection_lost' })
  await vi.waitFor(() => expect(states()).toEqual(['a.pdf failed', 'b.txt failed']))
  queue.retry(queue.snapshot().entries[0]?.key ?? 0)
  expect(states()).toEqual(['a.pdf sending', 'b.txt failed'])
})

test('a cancelled file is stopped, leaves the list and makes room', async () => {
  const { queue, transfers, states } = queueWith()
  queue.add([file('a.txt'), file('b.txt')])
  queue.remove(queue.snapshot().entries[0]?.key ?? 0)
  expect(transfers[0]?.cancel).toHaveBeenCalledOnce()
  await vi.waitFor(() => expect(states()).toEqual(['b.txt sending']))
})

test('stopping starts nothing more', async () => {
  const { queue, transfers } = queueWith()
  queue.add([file('a.txt'), file('b.txt')])
  queue.stop()
  await Promise.resolve()
  expect(transfers.map(transfer => transfer.name)).toEqual(['a.txt'])
  expect(transfers[0]?.cancel).toHaveBeenCalledOnce()
})

test('a file that was refused for its secrets can be sent with them covered', async () => {
  const { queue, transfers } = queueWith()
  queue.add([file('a.txt')])
  transfers[0]?.end({ kind: 'refused', code: 'holds_secrets', message: 'line 3' })
  await vi.waitFor(() => expect(queue.snapshot().entries).toMatchObject([{ state: 'failed', message: 'line 3', canRetry: false, canRedact: true }]))
  queue.redact(queue.snapshot().entries[0]?.key ?? 0)
  expect(transfers.map(({ redacts }) => redacts)).toEqual([false, true])
})
