'use client'

import { Button } from '@/components/ui/button'

// Messages stay on the server, and this page may be shown when the server cannot be asked: its few words are here.
const words = {
  es: {
    title: 'Algo falló', kept: 'Lo guardado sigue guardado. Inténtelo de nuevo; si persiste, dé este número a soporte:',
    retry: 'Intentar de nuevo', start: 'Ir a las evaluaciones',
  },
  en: {
    title: 'Something failed', kept: 'What was saved is still saved. Try again; if it persists, give support this number:',
    retry: 'Try again', start: 'Go to the assessments',
  },
}

/** An unexpected failure: what was kept, what to do, and the number under which it was logged. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const text = words[document.documentElement.lang === 'en' ? 'en' : 'es']
  return (
    <main id="content" className="mx-auto max-w-page space-y-4 px-6 py-12">
      <h1 className="text-title">{text.title}</h1>
      <p className="max-w-reading">{text.kept} <code className="font-mono">{error.digest ?? '-'}</code></p>
      <div className="flex gap-2">
        <Button variant="primary" onClick={reset}>{text.retry}</Button>
        <a href="/" className="self-center">{text.start}</a>
      </div>
    </main>
  )
}
