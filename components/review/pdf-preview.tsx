'use client'

import { useEffect, useRef, useState, useSyncExternalStore } from 'react'

interface PdfPreviewProps {
  href: string
  title: string
  words: { noPdf: string; keysInside: string }
}

/**
 * A PDF in the browser's own viewer. Where there is none, a frame would save the file unasked. Whoever clicks into the
 * viewer gives it their keys, and is told so.
 */
export function PdfPreview({ href, title, words }: PdfPreviewProps) {
  const canShow = useSyncExternalStore(never, () => navigator.pdfViewerEnabled !== false, () => null)
  const frame = useRef<HTMLIFrameElement>(null)
  const [hasKeys, setHasKeys] = useState(false)
  useEffect(() => {
    const left = () => setHasKeys(frame.current !== null && document.activeElement === frame.current)
    const cameBack = () => setHasKeys(false)
    window.addEventListener('blur', left)
    window.addEventListener('focus', cameBack)
    return () => {
      window.removeEventListener('blur', left)
      window.removeEventListener('focus', cameBack)
    }
  }, [])
  if (canShow === false) return <p className="text-muted">{words.noPdf}</p>
  if (canShow === null) return <div className="h-[70vh]" />
  return (
    <>
      <iframe ref={frame} src={`${href}#navpanes=0&view=FitH`} title={title} className="h-[70vh] w-full rounded-sm border border-line" />
      <p role="status" className="min-h-5 text-small text-muted print:hidden">{hasKeys && words.keysInside}</p>
    </>
  )
}

const never = () => () => undefined
