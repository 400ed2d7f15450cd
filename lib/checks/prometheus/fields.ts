/** The fields that each table of a configuration has, of Prometheus 2 and 3 (prometheus/prometheus, `config/config.go`). */

const httpOptions = [
  'tls_config', 'follow_redirects', 'enable_http2', 'proxy_url', 'no_proxy', 'proxy_from_environment', 'proxy_connect_header',
  'http_headers',
]

/** Of whatever speaks HTTP (prometheus/common, `config/http_config.go`). */
const httpClient = ['basic_auth', 'authorization', 'oauth2', 'bearer_token', 'bearer_token_file', ...httpOptions]

const limits = [
  'body_size_limit', 'sample_limit', 'target_limit', 'label_limit', 'label_name_length_limit', 'label_value_length_limit',
  'keep_dropped_targets',
  'metric_name_validation_scheme', 'metric_name_escaping_scheme', 'scrape_native_histograms',
  'convert_classic_histograms_to_nhcb',
  'always_scrape_classic_histograms', 'extra_scrape_metrics', 'scrape_protocols', 'scrape_failure_log_file', 'scrape_interval',
  'scrape_timeout',
]

const discovery = [
  'static', 'azure', 'consul', 'digitalocean', 'docker', 'dockerswarm', 'dns', 'ec2', 'eureka', 'file', 'gce', 'hetzner',
  'http', 'ionos', 'kubernetes',
  'kuma', 'lightsail', 'linode', 'marathon', 'nerve', 'nomad', 'openstack', 'ovhcloud', 'puppetdb', 'scaleway', 'serverset',
  'stackit', 'triton', 'uyuni',
  'vultr', 'aws',
].map(service => (service === 'static' ? 'static_configs' : `${service}_sd_configs`))

const relabel = ['source_labels', 'separator', 'regex', 'modulus', 'target_label', 'replacement', 'action']

/** By the path to the table; `*` stands for each item of a list. */
export const fields: readonly (readonly [path: readonly string[], fields: ReadonlySet<string>])[] = [
  [[], new Set([
    'global', 'runtime', 'alerting', 'rule_files', 'scrape_config_files', 'scrape_configs', 'storage', 'tracing',
    'remote_write', 'remote_read', 'otlp',
  ])],
  [['global'], new Set(['evaluation_interval', 'rule_query_offset', 'query_log_file', 'external_labels', ...limits])],
  [['scrape_configs', '*'], new Set([
    'job_name', 'honor_labels', 'honor_timestamps', 'track_timestamps_staleness', 'params', 'fallback_scrape_protocol',
    'metrics_path', 'scheme',
    'enable_compression', 'native_histogram_bucket_limit', 'native_histogram_min_bucket_factor', 'relabel_configs',
    'metric_relabel_configs',
    'scrape_classic_histograms', ...limits, ...httpClient, ...discovery,
  ])],
  [['scrape_configs', '*', 'static_configs', '*'], new Set(['targets', 'labels'])],
  [['scrape_configs', '*', 'relabel_configs', '*'], new Set(relabel)],
  [['scrape_configs', '*', 'metric_relabel_configs', '*'], new Set(relabel)],
  [['alerting'], new Set(['alert_relabel_configs', 'alertmanagers'])],
  [['alerting', 'alertmanagers', '*'], new Set([
    'scheme', 'path_prefix', 'timeout', 'api_version', 'sigv4', 'relabel_configs', 'alert_relabel_configs', ...httpClient,
    ...discovery,
  ])],
  [['alerting', 'alertmanagers', '*', 'static_configs', '*'], new Set(['targets', 'labels'])],
  [['remote_write', '*'], new Set([
    'url', 'remote_timeout', 'headers', 'write_relabel_configs', 'name', 'send_exemplars', 'send_native_histograms',
    'round_robin_dns', 'protobuf_message',
    'queue_config', 'metadata_config', 'sigv4', 'azuread', 'google_iam', ...httpClient,
  ])],
  [['remote_write', '*', 'write_relabel_configs', '*'], new Set(relabel)],
  [['remote_read', '*'], new Set([
    'url', 'remote_timeout', 'chunked_read_limit', 'headers', 'read_recent', 'name', 'required_matchers',
    'filter_external_labels', ...httpClient,
  ])],
]
