import type { NextConfig } from 'next'

const config: NextConfig = {
  // A lockfile in a parent folder would move the root, and with it the output.
  turbopack: { root: import.meta.dirname },
  outputFileTracingRoot: import.meta.dirname,
  // No page uses the image optimizer, so it is no door.
  images: { unoptimized: true },
  poweredByHeader: false,
  // The server in front compresses each stored page once.
  compress: false,
  serverExternalPackages: ['pg', 'pino', '@prisma/client', '@prisma/adapter-pg', 'exceljs'],
  // `npm test` checks the types of everything, tests too; a start need not do it again.
  typescript: { ignoreBuildErrors: true },
  experimental: { authInterrupts: true },
}

export default config
