import type { Adapter, AdapterPayload } from 'oidc-provider'

interface Entry {
  payload: AdapterPayload
  expiresAt: number
}

/** What the development provider remembers, in memory: a restart signs everybody out of it, not of Dictamen. */
export function createMemoryStore(): (model: string) => Adapter {
  const entries = new Map<string, Entry>()
  return model => new MemoryStore(model, entries)
}

class MemoryStore implements Adapter {
  constructor(private readonly model: string, private readonly entries: Map<string, Entry>) {}

  async upsert(id: string, payload: AdapterPayload, expiresIn?: number): Promise<void> {
    const now = Date.now()
    for (const [key, entry] of this.entries) if (entry.expiresAt <= now) this.entries.delete(key)
    this.entries.set(this.key(id), { payload, expiresAt: expiresIn ? now + expiresIn * 1000 : Infinity })
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    const entry = this.entries.get(this.key(id))
    return entry && entry.expiresAt > Date.now() ? entry.payload : undefined
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.own().find(([, { payload }]) => payload.uid === uid)?.[1].payload
  }

  /** Belongs to the device flow, which is off. */
  async findByUserCode(): Promise<undefined> {
    return undefined
  }

  async consume(id: string): Promise<void> {
    const entry = this.entries.get(this.key(id))
    if (entry) entry.payload.consumed = Math.floor(Date.now() / 1000)
  }

  async destroy(id: string): Promise<void> {
    this.entries.delete(this.key(id))
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    for (const [key, { payload }] of this.own()) if (payload.grantId === grantId) this.entries.delete(key)
  }

  private own(): [string, Entry][] {
    return [...this.entries].filter(([key]) => key.startsWith(this.key('')))
  }

  private key(id: string): string {
    return `${this.model}:${id}`
  }
}
