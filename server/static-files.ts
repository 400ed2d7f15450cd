import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const mediaTypes: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.json': 'application/json', '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2', '.ico': 'image/x-icon', '.png': 'image/png', '.txt': 'text/plain; charset=utf-8',
}

interface StaticFile {
  mediaType: string
  plain: Buffer
  /** Null for what is compressed by its nature. */
  brotli: Buffer | null
  gzip: Buffer | null
}

/**
 * The scripts, styles and fonts of a build, compressed once and kept: their names change with their content, so
 * browsers may keep them for ever. Only what lay in `folder` at the start is served.
 */
export class StaticFiles {
  private readonly names: ReadonlySet<string>
  private readonly kept = new Map<string, Promise<StaticFile>>()

  constructor(private readonly folder: string) {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
    this.names = new Set(entries.map(entry => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/')))
  }

  /** Answers with the file of an address such as `/_next/static/chunks/x.js`; false where there is none. */
  async answer(request: IncomingMessage, response: ServerResponse, pathname: string): Promise<boolean> {
    const name = pathname.slice('/_next/static/'.length)
    if (!this.names.has(name)) return false
    const file = await this.read(name)
    const accepted = String(request.headers['accept-encoding'] ?? '')
    const [encoding, bytes] = /\bbr\b/.test(accepted) && file.brotli ? ['br', file.brotli]
      : /\bgzip\b/.test(accepted) && file.gzip ? ['gzip', file.gzip] : [null, file.plain]
    response.setHeader('Content-Type', file.mediaType)
    response.setHeader('Cache-Control', 'public, max-age=31536000, immutable')
    response.setHeader('Vary', 'Accept-Encoding')
    response.setHeader('Content-Length', bytes.length)
    if (encoding) response.setHeader('Content-Encoding', encoding)
    response.end(request.method === 'HEAD' ? undefined : bytes)
    return true
  }

  private read(name: string): Promise<StaticFile> {
    const kept = this.kept.get(name)
    if (kept) return kept
    const reading = readCompressed(path.join(this.folder, name))
    this.kept.set(name, reading)
    reading.catch(() => this.kept.delete(name))
    return reading
  }
}

async function readCompressed(file: string): Promise<StaticFile> {
  const plain = await readFile(file)
  const mediaType = mediaTypes[path.extname(file)] ?? 'application/octet-stream'
  const isText = /^(text|application\/json|image\/svg)/.test(mediaType)
  if (!isText) return { mediaType, plain, brotli: null, gzip: null }
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length }
  const [brotliBytes, gzipBytes] = await Promise.all([promisify(brotliCompress)(plain, { params }), promisify(gzip)(plain, { level: 9 })])
  return { mediaType, plain, brotli: brotliBytes, gzip: gzipBytes }
}
