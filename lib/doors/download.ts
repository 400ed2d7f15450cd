import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { isText } from '@/lib/domain/media-types'
import { hasPermission, type Permission } from '@/lib/domain/permissions'
import type { Result } from '@/lib/domain/result'
import { log } from '@/lib/platform/log'
import type { SignedInViewer } from '@/lib/queries/viewer'
import { id, slug } from '@/lib/schemas/fields'
import { answerFailure, type NodeHandler } from './node-answer'
import { unexpected } from './unexpected'

/** A file that is whole, and ready to be sent. */
interface Download {
  name: string
  mediaType: string
  /** Bytes. */
  size: number
  open: () => Promise<Readable>
}

interface DownloadDoor {
  permission: Permission
  run: (viewer: SignedInViewer, file: { assessmentSlug: string; fileId: string }) => Promise<Result<Download>>
}

/**
 * Makes the handler of `GET` and `HEAD /api/files/SLUG/ID`: session → permission → query. What people upload must
 * not run in this origin, so a file is saved, never shown; only a PDF may, with `?inline`, in a frame of our own
 * pages: the browser's viewer takes it apart, and no other reading of its bytes is possible.
 */
export function downloadDoor(door: DownloadDoor): NodeHandler {
  return async (request, response, handling) => {
    const refuse = (code: string) => answerFailure(request, response, handling, { code })
    const { viewer, requestId } = handling
    if (!viewer) return refuse('signed_out')
    if (!hasPermission(viewer, door.permission)) return refuse('role')
    const file = readRequest(request)
    if (!file) return refuse('not_found')
    try {
      const result = await door.run(viewer, file)
      if (result.ok) return await send(request, response, result.value)
      const { code } = result.failure
      if (code !== 'not_found') log.error({ requestId, ...file, code }, 'a stored file cannot be given')
      await answerFailure(request, response, handling, result.failure)
    } catch (error) {
      // Who leaves in the middle is no failure.
      if (response.destroyed && !response.errored) return
      log.error({ error, requestId, ...file }, 'download failed')
      if (response.headersSent) response.destroy()
      else await answerFailure(request, response, handling, unexpected(error, requestId))
    }
  }
}

function isInline(request: IncomingMessage): boolean {
  return new URL(request.url ?? '/', 'http://localhost').searchParams.has('inline')
}

function readRequest(request: IncomingMessage): { assessmentSlug: string; fileId: string } | null {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost')
  const [, assessment, file] = /^\/api\/files\/([^/]+)\/([^/]+)$/.exec(pathname) ?? []
  const assessmentSlug = slug.safeParse(assessment)
  const fileId = id.safeParse(file)
  const reads = request.method === 'GET' || request.method === 'HEAD'
  return reads && assessmentSlug.success && fileId.success
    ? { assessmentSlug: assessmentSlug.data, fileId: fileId.data }
    : null
}

async function send(request: IncomingMessage, response: ServerResponse, file: Download): Promise<void> {
  const body = request.method === 'HEAD' ? null : await file.open()
  const isFramed = file.mediaType === 'application/pdf' && isInline(request)
  response.writeHead(200, {
    'Content-Type': isText(file.mediaType) ? `${file.mediaType}; charset=utf-8` : file.mediaType,
    'Content-Length': file.size,
    'Content-Disposition': disposition(isFramed ? 'inline' : 'attachment', file.name),
    'Content-Security-Policy': `sandbox; default-src 'none'; frame-ancestors ${isFramed ? "'self'" : "'none'"}`,
    'X-Frame-Options': isFramed ? 'SAMEORIGIN' : 'DENY',
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'private, no-store',
  })
  if (body) await pipeline(body, response)
  else response.end()
}

/** RFC 6266: a name in ASCII for old readers, and the true one as RFC 5987 writes it. */
function disposition(kind: 'inline' | 'attachment', name: string): string {
  const ascii = name.normalize('NFD').replace(/\p{M}/gu, '').replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const encoded = encodeURIComponent(name)
    .replace(/['()*]/g, character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encoded}`
}
