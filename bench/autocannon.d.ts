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
  type Setup = (client: { pipelinedRequests: { addBody: (bytes: Buffer) => void } }) => void
  interface Options {
    url: string
    connections: number
    /** Seconds. */
    duration: number
    headers?: Record<string, string>
    /** Is given each connection before it is used. */
    setupClient?: Setup
  }
  export default function autocannon(options: Options): Promise<Result>
  export type { Histogram, Setup }
}
