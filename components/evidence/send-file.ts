/** A file that has arrived and waits to be submitted. */
export interface ArrivedUpload {
  id: string
  name: string
  /** Bytes. */
  size: number
  mediaType: string
  sha256: string
}

/** How a transfer ended. A refusal comes in the reader's words. */
export type SendOutcome =
  | { kind: 'arrived'; upload: ArrivedUpload }
  | { kind: 'refused'; message: string; code?: string }
  | { kind: 'connection_lost' }
  | { kind: 'answer_unreadable' }
  | { kind: 'cancelled' }

export interface Sending {
  /** Never rejects. */
  outcome: Promise<SendOutcome>
  cancel: () => void
}

/** `onProgress` is told the share that is sent, from 0 to 1. With `redacts`, secrets in the file are covered before it is stored. */
export type SendFile = (assessment: string, file: File, onProgress: (share: number) => void, redacts: boolean) => Sending

/** Sends one file as a raw request body. XMLHttpRequest, since fetch does not tell how much was sent. */
export const sendFile: SendFile = (assessment, file, onProgress, redacts) => {
  const request = new XMLHttpRequest()
  const outcome = new Promise<SendOutcome>(resolve => {
    request.upload.onprogress = event => onProgress(event.total > 0 ? event.loaded / event.total : 0)
    request.upload.onload = () => onProgress(1)
    request.onload = () => resolve(readAnswer(request.responseText))
    request.onerror = () => resolve({ kind: 'connection_lost' })
    request.onabort = () => resolve({ kind: 'cancelled' })
  })
  request.open('POST', `/api/uploads?${new URLSearchParams({ assessment, name: file.name, ...(redacts && { secrets: 'redact' }) })}`)
  request.setRequestHeader('Content-Type', 'application/octet-stream')
  request.setRequestHeader('Accept', 'application/json')
  request.send(file)
  return { outcome, cancel: () => request.abort() }
}

function readAnswer(text: string): SendOutcome {
  try {
    const answer = JSON.parse(text) as { ok: true; upload: ArrivedUpload } | { ok: false; message: string; code: string }
    if (answer.ok) return { kind: 'arrived', upload: answer.upload }
    if (typeof answer.message === 'string') return { kind: 'refused', message: answer.message, code: answer.code }
  } catch {
    // Something between browser and server answered in its own words.
  }
  return { kind: 'answer_unreadable' }
}
