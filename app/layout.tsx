import { GeistSans } from 'geist/font/sans'
import type { Metadata, Viewport } from 'next'
import localFont from 'next/font/local'
import type { ReactNode } from 'react'
import { EnteredEarly } from '@/components/forms/entered-early'
import { HoldSent } from '@/components/forms/sent-early'
import { KeptFocus } from '@/components/forms/kept-focus'
import { LastingStatus } from '@/components/forms/lasting-status'
import { SkipLink } from '@/components/layout/skip-link'
import { currentLanguage } from '@/lib/doors/session'
import { translator } from '@/lib/i18n/translate'
import './globals.css'

// Not through the geist package, which would have each page fetch it before the first hash is shown.
const geistMono = localFont({
  src: '../node_modules/geist/dist/fonts/geist-mono/GeistMono-Variable.woff2',
  variable: '--font-geist-mono',
  weight: '100 900',
  preload: false,
})

export const viewport: Viewport = { colorScheme: 'light dark' }

export async function generateMetadata(): Promise<Metadata> {
  const t = translator(await currentLanguage())
  return {
    title: { default: t('app.name'), template: `%s · ${t('app.name')}` },
    description: t('app.tagline'),
    robots: { index: false, follow: false },
  }
}

/** Every page's outermost frame. It names nobody: a stored page is shared by all of one role and team. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const language = await currentLanguage()
  return (
    <html lang={language} className={`${GeistSans.variable} ${geistMono.variable}`}>
      <body>
        <HoldSent />
        <SkipLink language={language} />
        {children}
        <LastingStatus />
        <KeptFocus />
        <EnteredEarly />
      </body>
    </html>
  )
}
