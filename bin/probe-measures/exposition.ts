/** Whether an answer looks like what Prometheus scrapes; null where its body cannot be looked at. */
export function looksLikeExposition({ contentType, contentEncoding, body }: { contentType: string | null; contentEncoding: string | null; body: Buffer }): boolean | null {
  if (contentType !== null && scraped.test(contentType)) return true
  if (body.length === 0 || (contentEncoding !== null && contentEncoding !== 'identity')) return null
  const lines = body.toString('utf8').split('\n').map(line => line.slice(0, longestLine).trim()).filter(line => line !== '')
  if (lines.some(line => comment.test(line))) return true
  // Without comments every line is a sample; the last may be cut off.
  const samples = lines.slice(0, -1).slice(0, fewLines)
  return samples.length >= 3 && samples.every(line => sample.test(line))
}

const scraped = /^application\/openmetrics-text\b|^application\/vnd\.google\.protobuf\b.*io\.prometheus|^text\/plain\b.*version=(0\.0\.4|1\.0\.0)/i
const comment = /^# (TYPE [a-zA-Z_:][\w:.]* (counter|gauge|histogram|summary|untyped|unknown|info|stateset|gaugehistogram)$|HELP [a-zA-Z_:][\w:.]* )/
const sample = /^[a-zA-Z_:][\w:]*(\{[^{}]*\})?\s+([-+]?[\d.]+([eE][-+]?\d+)?|[-+]?Inf|NaN)(\s+-?\d+)?$/
const longestLine = 4_096
const fewLines = 50
