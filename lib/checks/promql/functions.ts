export type ValueType = 'scalar' | 'vector' | 'matrix' | 'string'

export interface FunctionSignature {
  takes: readonly ValueType[]
  gives: ValueType
  /** Arguments that need not be given: how many, -1 for any number more of the last. */
  optional: number
}

const of = (takes: readonly ValueType[], gives: ValueType = 'vector', optional = 0): FunctionSignature => ({ takes, gives, optional })
const named = (names: string, signature: FunctionSignature) => names.split(' ').map(name => [name, signature] as const)

/**
 * What Prometheus 2.42 can call (prometheus/prometheus, `promql/parser/functions.go`). Newer ones know more
 * (`histogram_avg`, `mad_over_time`, `sort_by_label`…), and call `holt_winters` `double_exponential_smoothing`.
 */
export const functions: ReadonlyMap<string, FunctionSignature> = new Map([
  ...named(
    'abs absent acos acosh asin asinh atan atanh ceil cos cosh deg exp floor histogram_count histogram_sum ln log10 log2 rad sgn sin '
    + 'sinh sort sort_desc sqrt tan tanh timestamp',
    of(['vector']),
  ),
  ...named(
    'absent_over_time avg_over_time changes count_over_time delta deriv idelta increase irate last_over_time max_over_time '
    + 'min_over_time present_over_time rate resets stddev_over_time stdvar_over_time sum_over_time',
    of(['matrix']),
  ),
  ...named('day_of_month day_of_week day_of_year days_in_month hour minute month year', of(['vector'], 'vector', 1)),
  ...named('pi time', of([], 'scalar')),
  ...named('clamp', of(['vector', 'scalar', 'scalar'])),
  ...named('clamp_max clamp_min', of(['vector', 'scalar'])),
  ...named('histogram_fraction', of(['scalar', 'scalar', 'vector'])),
  ...named('histogram_quantile', of(['scalar', 'vector'])),
  ...named('holt_winters', of(['matrix', 'scalar', 'scalar'])),
  ...named('label_join', of(['vector', 'string', 'string', 'string'], 'vector', -1)),
  ...named('label_replace', of(['vector', 'string', 'string', 'string', 'string'])),
  ...named('predict_linear', of(['matrix', 'scalar'])),
  ...named('quantile_over_time', of(['scalar', 'matrix'])),
  ...named('round', of(['vector', 'scalar'], 'vector', 1)),
  ...named('scalar', of(['vector'], 'scalar')),
  ...named('vector', of(['scalar'])),
])
