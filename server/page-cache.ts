import { brotliCompress, brotliDecompress, constants, gzip } from 'node:zlib'
import { promisify } from 'node:util'
import { LRUCache } from 'lru-cache'
import { isConcerned, type Concerns } from '@/lib/domain/changes'
import { localDateAt } from '@/lib/domain/dates'
import { hasPermission, permissionFingerprint, writeFingerprint } from '@/lib/domain/permissions'
import type { Audience } from '@/lib/platform/rendering'
import { listChanges } from '@/lib/queries/changes'
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

/** Where a page is kept, for each audience that it may declare, and the revision that it must show. */
export interface PageKeys {
  of: Record<Audience, string>
  assessmentId: string
  revision: number
}

interface Kept {
  page: StoredPage
  /** The newest revision at which it is known to be the page. */
  revision: number
  concerns?: Concerns
}

// From the widest to the narrowest: whoever shares a later one shares those before it, too.
const audiences = ['everyone', 'writers', 'role', 'person'] as const satisfies readonly Audience[]
const maximumBytes = 16 * 1024 * 1024

/** A page that somebody asked for and does not have yet. */
interface UnderWay {
  page: Promise<StoredPage | null>
  /** Whether its turn has come: until then it will show whatever is written. */
  hasBegun: boolean
  /** The newest revision that it is known to show. */
  revision: number
}

/**
 * Finished pages of assessments, the newest of each address and audience. It is emptied by a restart; a write makes
 * unreachable what it concerns. Of those who ask for one page at the same time the first renders it, and the others
 * wait for it.
 */
export class PageCache {
  private readonly pages = new LRUCache<string, Kept>({
    maxSize: maximumBytes,
    sizeCalculation: ({ page }) => page.brotli.length + 1_024,
  })
  private readonly underWay = new Map<string, UnderWay>()
  // For whom an address was last rendered: who else would wait in vain for it.
  private readonly audienceOf = new LRUCache<string, Audience>({ max: 1_000 })

  /** The page at the revision of the keys; null where it is not kept, or no longer as it would be rendered. */
  async get(keys: PageKeys, now: Date): Promise<StoredPage | null> {
    for (const audience of audiences) {
      const kept = this.pages.get(keys.of[audience])
      if (kept && (kept.page.until === null || now < kept.page.until) && await this.isCurrent(kept, keys)) return kept.page
    }
    return null
  }

  /** The page that somebody else is rendering under one of the keys; null where nobody is. */
  waitFor({ of, revision }: PageKeys): Promise<StoredPage | null> | null {
    const found = audiences.map(audience => this.underWay.get(of[audience])).find(one => one && (!one.hasBegun || one.revision >= revision))
    if (!found) return null
    found.revision = Math.max(found.revision, revision)
    return found.page
  }

  /**
   * Renders and keeps what `render` gives an audience for, under `path`'s key of it; `render` calls `begin` when its
   * turn has come. Whoever waits is given the page if it turns out to be theirs too, else null.
   */
  async render(path: string, { of, revision }: PageKeys, render: (begin: () => void) => Promise<Rendered>): Promise<void> {
    const expected = this.audienceOf.get(path) ?? 'role'
    const underWay: UnderWay = { page: Promise.resolve(null), hasBegun: false, revision }
    const rendering = render(() => { underWay.hasBegun = true }).then(({ page, audience, concerns }) => {
      if (!page || !audience) return null
      // A rendering that began before a write may end after the one that followed it.
      if ((this.pages.get(of[audience])?.revision ?? 0) <= underWay.revision)
        this.pages.set(of[audience], { page, revision: underWay.revision, concerns })
      this.audienceOf.set(path, audience)
      return audiences.indexOf(audience) <= audiences.indexOf(expected) ? page : null
    })
    underWay.page = rendering.catch(() => null)
    this.underWay.set(of[expected], underWay)
    try {
      await rendering
    } finally {
      if (this.underWay.get(of[expected]) === underWay) this.underWay.delete(of[expected])
    }
  }

  private async isCurrent(kept: Kept, { assessmentId, revision }: PageKeys): Promise<boolean> {
    if (kept.revision >= revision) return true
    const { concerns } = kept
    if (!concerns) return false
    if (isConcerned(concerns, await listChanges(assessmentId, kept.revision, revision))) return false
    kept.revision = Math.max(kept.revision, revision)
    return true
  }
}

/** What a rendering gave: no page where the answer was another, no audience where it is not to be kept. */
export interface Rendered {
  page: StoredPage | null
  audience: Audience | null
  concerns?: Concerns
}

/**
 * The keys of `path` for this viewer now; null where the address is of no assessment, or the viewer may read none: a
 * session outlives the last role of its person. Everything that could change the page is in them but the moment
 * `until` and the assessment's revision, which comes with them: the instance's revision, the local date, language,
 * roles and teams. `part` names the part of the page that is asked for, and is empty for the whole.
 */
export function pageKeys(path: string, part: string, viewer: SignedInViewer, context: RequestContext, now: Date): PageKeys | null {
  const { assessment, instanceRevision } = context
  if (!assessment || !hasPermission(viewer, 'assessment.read')) return null
  const date = localDateOf(assessment.timeZone, now)
  const everyone = [`${assessment.id}+${instanceRevision}`, date, viewer.language, path, part].join('|')
  const writers = `${writeFingerprint(viewer)}|${everyone}`
  const role = `${permissionFingerprint(viewer)}|${everyone}`
  return { of: { everyone, writers, role, person: `${viewer.userId}|${role}` }, assessmentId: assessment.id, revision: assessment.revision }
}

const dates = new LRUCache<string, string>({ max: 100 })

/** The local date, looked up once a minute: offsets from UTC are whole minutes, so no date ends within one. */
function localDateOf(timeZone: string, now: Date): string {
  const key = `${timeZone} ${Math.floor(now.getTime() / 60_000)}`
  const known = dates.get(key)
  if (known !== undefined) return known
  const date = localDateAt(now, timeZone)
  dates.set(key, date)
  return date
}

/** Compresses a finished page, once for all who will be sent it. */
export async function compressPage(bytes: Buffer): Promise<Buffer> {
  const compressed = await promisify(brotliCompress)(bytes, {
    chunkSize: 128 * 1024,
    // A window as wide as the page takes a sixteenth of the memory of the usual one, and finds as much.
    params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_LGWIN]: 18, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  })
  return exactCopy(compressed)
}

const gzips = new LRUCache<StoredPage, Buffer>({
  maxSize: 4 * 1024 * 1024,
  sizeCalculation: bytes => bytes.length,
  fetchMethod: async ({ brotli }) => exactCopy(await promisify(gzip)(await promisify(brotliDecompress)(brotli))),
})

/** The page for a program that reads no Brotli, made for the first that asks and kept as long as it is asked for. */
export function gzipOf(page: StoredPage): Promise<Buffer> {
  return gzips.forceFetch(page)
}

/** What is kept must own its memory: a slice of a chunk, or of the pool that small buffers are cut from, keeps all of it. */
function exactCopy(bytes: Buffer): Buffer {
  const copy = Buffer.allocUnsafeSlow(bytes.length)
  bytes.copy(copy)
  return copy
}
