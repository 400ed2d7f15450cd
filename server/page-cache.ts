import { brotliCompress, constants, gzip } from 'node:zlib'
import { promisify } from 'node:util'
import { LRUCache } from 'lru-cache'
import { localDateAt } from '@/lib/domain/dates'
import { permissionFingerprint } from '@/lib/domain/permissions'
import type { RequestContext, SignedInViewer } from '@/lib/queries/viewer'

/** A finished document as it is sent. */
export interface StoredPage {
  brotli: Buffer
  gzip: Buffer
  contentSecurityPolicy: string
  /** The first moment at which time alone could change it. */
  until: Date | null
}

/** What a page is kept under. A person's own pages add the person. */
export interface PageKeys {
  shared: string
  personal: string
}

const maximumBytes = 64 * 1024 * 1024

/** Finished pages of assessments. It is emptied by a restart; a write makes its entries unreachable at once. */
export class PageCache {
  private readonly pages = new LRUCache<string, StoredPage>({
    maxSize: maximumBytes,
    sizeCalculation: page => page.brotli.length + page.gzip.length + 512,
  })

  get(keys: PageKeys, now: Date): StoredPage | null {
    const page = this.pages.get(keys.shared) ?? this.pages.get(keys.personal)
    return page && (page.until === null || now < page.until) ? page : null
  }

  set(key: string, page: StoredPage): void {
    this.pages.set(key, page)
  }
}

/**
 * The keys of `path` for this viewer now; null where the address is of no assessment. Everything that could
 * change the page is in them but the moment `until`: both revisions, the local date, language, roles and teams.
 */
export function pageKeys(path: string, viewer: SignedInViewer, context: RequestContext, now: Date): PageKeys | null {
  const { assessment, instanceRevision } = context
  if (!assessment) return null
  const date = localDateAt(now, assessment.timeZone)
  const revisions = `${assessment.id}@${assessment.revision}+${instanceRevision}`
  const shared = [revisions, date, viewer.language, permissionFingerprint(viewer), path].join('|')
  return { shared, personal: `${viewer.userId}|${shared}` }
}

/** Compresses a finished document both ways, once for all who will be sent it. */
export async function compressPage(html: Buffer): Promise<{ brotli: Buffer; gzip: Buffer }> {
  const [brotliBytes, gzipBytes] = await Promise.all([
    compressBrotli(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: html.length } }),
    compressGzip(html, { level: 6 }),
  ])
  return { brotli: brotliBytes, gzip: gzipBytes }
}

const compressBrotli = promisify(brotliCompress)
const compressGzip = promisify(gzip)
