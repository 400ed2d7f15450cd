import type { ReactNode } from 'react'
import { currentLanguage } from '@/lib/doors/session'
import { translator } from '@/lib/i18n/translate'

/** The frame of what stands before the door: the name and one column of text. */
export default async function OutsideLayout({ children }: { children: ReactNode }) {
  const t = translator(await currentLanguage())
  return (
    <main
      id="content" tabIndex={-1}
      className="mx-auto flex max-w-reading flex-col gap-4 px-4 py-16 outline-none desk:py-24"
    >
      <p className="text-large font-semibold">{t('app.name')}</p>
      {children}
    </main>
  )
}
