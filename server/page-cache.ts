import { brotliCompress, brotliDecompress, constants, gzip } from 'node:zlib'
import { promisify } from 'node:util'
import { LRUCache } from 'lru-cache'
import { localDateAt } from '@/lib/domain/dates'
import { permissionFingerprint } from '@/lib/domain/permissions'
import { rememberFor } from '@/lib/domain/remember'
import type { Audience } from '@/lib/platform/rendering'
import type { RequestContext, SignedInViewer } from '@/lib/queries/viewer'

/** A finished page, or a part of one, as it is sent. */
export interface StoredPage {
  mediaType: string
  /** As nearly every browser reads it; `gzipOf` makes the other form for the rest. */
  brotli: Buffer
  contentSecurityPolicy: string
  /** The first moment at which time alone could change it. */
  until: Date | null
}

/** What a page is kept under, for each audience that it may declare. */
export type PageKeys = Record<Audience, string>

const audiences = ['everyone', 'role', 'person'] as const satisfies readonly Audience[]
const maximumBytes = 64 * 1024 * 1024

/**
 * Finished pages of assessments. It is emptied by a restart; a write makes its entries unreachable at once. Of
 * those who ask for one page at the same time the first renders it, and the others wait for it.
 */
export class PageCache {
  private readonly pages = new LRUCache<string, StoredPage>({
    maxSize: maximumBytes,
    sizeCalculation: page => page.brotli.length + 512,
  })
  private readonly underWay = new Map<string, Promise<StoredPage | null>>()
  // For whom an address was last rendered: who else would wait in vain for it.
  private readonly audienceOf = new LRUCache<string, Audience>({ max: 1_000 })

  get(keys: PageKeys, now: Date): StoredPage | null {
    const page = audiences.map(audience => this.pages.get(keys[audience])).find(found => found !== undefined)
    return page && (page.until === null || now < page.until) ? page : null
  }

  /** The page that somebody else is rendering under one of the keys; null where nobody is. */
  waitFor(keys: PageKeys): Promise<StoredPage | null> | null {
    return audiences.map(audience => this.underWay.get(keys[audience])).find(found => found !== undefined) ?? null
  }

  /**
   * Renders and keeps what `render` gives an audience for, under `path`'s key of it. Whoever waits is given the
   * page if it turns out to be theirs too, else null.
   */
  async render(path: string, keys: PageKeys, render: () => Promise<Rendered>): Promise<void> {
    const expected = keys[this.audienceOf.get(path) ?? 'role']
    const rendering = render().then(({ page, audience }) => {
      if (!page || !audience) return null
      this.pages.set(keys[audience], page)
      this.audienceOf.set(path, audience)
      return audiences.indexOf(audience) <= audiences.findIndex(one => keys[one] === expected) ? page : null
    })
    const waiting = rendering.catch(() => null)
    this.underWay.set(expected, waiting)
    try {
      await rendering
    } finally {
      if (this.underWay.get(expected) === waiting) this.underWay.delete(expected)
    }
  }
}

/** What a rendering gave: no page where the answer was another, no audience where it is not to be kept. */
export interface Rendered {
  page: StoredPage | null
  audience: Audience | null
}

/**
 * The keys of `path` for this viewer now; null where the address is of no assessment. Everything that could
 * change the page is in them but the moment `until`: both revisions, the local date, language, roles and teams.
 * `part` names the part of the page that is asked for, and is empty for the whole.
 */
export function pageKeys(path: string, part: string, viewer: SignedInViewer, context: RequestContext, now: Date): PageKeys | null {
  const { assessment, instanceRevision } = context
  if (!assessment) return null
  const date = localDateAt(now, assessment.timeZone)
  const everyone = [`${assessment.id}@${assessment.revision}+${instanceRevision}`, date, viewer.language, path, part].join('|')
  const role = `${permissionFingerprint(viewer)}|${everyone}`
  return { everyone, role, person: `${viewer.userId}|${role}` }
}

/** Compresses a finished page, once for all who will be sent it. */
export function compressPage(bytes: Buffer): Promise<Buffer> {
  return promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } })
}

/** The page for a program that reads no Brotli, made for the first that asks. */
export const gzipOf = rememberFor(async ({ brotli }: StoredPage): Promise<Buffer> => promisify(gzip)(await promisify(brotliDecompress)(brotli)))
