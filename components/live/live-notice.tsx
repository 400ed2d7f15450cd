import { Notice } from '@/components/ui/notice'
import type { LiveWords } from './live-words'
import type { Connection } from './stream'

/** Says, at the foot of what is in sight, that the page hears of no changes, or that whoever reads it has to sign in again. */
export function LiveNotice({ connection, words }: { connection: Connection; words: LiveWords }) {
  if (connection === 'open') return null
  return (
    <div
      role={connection === 'away' ? 'status' : 'alert'}
      className="fixed inset-x-4 bottom-4 z-30 mx-auto max-w-reading rounded-sm bg-raised shadow-lg print:hidden"
    >
      {connection === 'away' && <Notice tone="info" title={words.away}><p>{words.awayHow}</p></Notice>}
      {connection === 'signed-out' && (
        <Notice tone="warn" title={words.ended}>
          <p>{words.endedHow}</p>
          <p><a href={`/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`} target="_blank" rel="noopener">{words.enter}</a></p>
        </Notice>
      )}
    </div>
  )
}
