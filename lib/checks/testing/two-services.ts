/** A `fly.toml` in which two services claim port 443. */
export const twoServices = `app = "portal"
primary_region = "gru"

[[services]]
  internal_port = 8000
  [[services.ports]]
    port = 443
    handlers = ["tls", "http"]

[http_service]
  internal_port = 8000
  force_https = true
`
