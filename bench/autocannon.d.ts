declare module 'autocannon' {
  interface Histogram {
    p50: number
    p97_5: number
  }
  interface Result {
    requests: { average: number; total: number }
    /** Milliseconds. */
    latency: Histogram
    non2xx: number
    errors: number
  }
  interface Options {
    url: string
    connections: number
    /** Seconds. */
    duration: number
    headers?: Record<string, string>
  }
  export default function autocannon(options: Options): Promise<Result>
  export type { Histogram }
}
