/** A summary as `handleSummary` is given it, of a run that went well but for what is said otherwise. */
export function summary(metrics: Record<string, unknown> = {}, more: Record<string, unknown> = {}): string {
  return JSON.stringify({
    metrics: {
      iterations: { type: 'counter', values: { count: 2_000, rate: 60 } },
      http_reqs: { type: 'counter', values: { count: 2_000, rate: 60 } },
      http_req_failed: { type: 'rate', values: { rate: 0, passes: 0, fails: 2_000 } },
      'http_req_duration{expected_response:true}': { type: 'trend', values: { min: 2, med: 20, 'p(95)': 90, 'p(99)': 180, max: 400 } },
      ...metrics,
    },
    ...more,
  }, null, 1)
}
