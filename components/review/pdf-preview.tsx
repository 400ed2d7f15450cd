'use client'

import { useSyncExternalStore } from 'react'

interface PdfPreviewProps {
  href: string
  title: string
  words: { noPdf: string }
}

/** A PDF in the browser's own viewer. Where there is none, a frame would save the file unasked. */
export function PdfPreview({ href, title, words }: PdfPreviewProps) {
  const canShow = useSyncExternalStore(never, () => navigator.pdfViewerEnabled !== false, () => null)
  if (canShow === false) return <p className="text-muted">{words.noPdf}</p>
  if (canShow === null) return <div className="h-[70vh]" />
  return <iframe src={`${href}#navpanes=0&view=FitH`} title={title} className="h-[70vh] w-full rounded-sm border border-line" />
}

const never = () => () => undefined
