import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { fillWords } from '@/lib/i18n/fill-words'
import type { UploadWords } from './upload-field'
import type { QueueEntry } from './upload-queue'

interface UploadRowProps {
  entry: QueueEntry
  labels: UploadWords
  onRemove: () => void
  onRetry: () => void
  onRedact: () => void
}

/** One chosen file: how far it is, what went wrong, and the way to stop it or try again. */
export function UploadRow({ entry, labels, onRemove, onRetry, onRedact }: UploadRowProps) {
  const { name } = entry.file
  const underWay = entry.state === 'waiting' || entry.state === 'sending' || entry.state === 'storing'
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
      <Icon name={entry.state === 'arrived' ? 'check' : entry.state === 'failed' ? 'cross' : 'file'} />
      <span className="min-w-0 grow wrap-anywhere">{name}</span>
      {entry.state === 'sending' && (
        <progress value={entry.percent} max={100} aria-label={name} className="h-1 w-24 accent-accent" />
      )}
      {entry.state !== 'failed' && (
        <span className="text-small text-muted tabular-nums">{stateWords(entry, labels)}</span>
      )}
      {entry.state === 'failed' && entry.canRetry && (
        <Button size="small" onClick={onRetry}>{fillWords(labels.retry, { name })}</Button>
      )}
      {entry.state === 'failed' && entry.canRedact && (
        <Button size="small" onClick={onRedact}>{fillWords(labels.redact, { name })}</Button>
      )}
      <Button size="small" variant="quiet" onClick={onRemove}>
        {fillWords(underWay ? labels.cancel : labels.remove, { name })}
      </Button>
      {entry.state === 'failed' && <p className="basis-full text-small text-danger">{entry.message}</p>}
    </li>
  )
}

function stateWords(entry: QueueEntry, labels: UploadWords): string {
  if (entry.state === 'sending') return fillWords(labels.sending, { percent: entry.percent })
  if (entry.state === 'storing') return labels.storing
  return entry.state === 'arrived' ? labels.arrived : labels.waiting
}
