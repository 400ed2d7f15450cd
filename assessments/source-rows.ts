// What the assessment says, typed by hand from the source document and by nobody who wrote grupo-gad.yaml: two
// readings of one text that must agree. Never generate this list from the YAML, nor the YAML from it.

type Cells<Columns extends readonly string[]> = { readonly [Index in keyof Columns]: string }

export interface SourceRow {
  readonly cells: readonly string[]
  /** Numbers of the row's footnotes; they stand apart so that the cells hold words alone. */
  readonly references?: readonly number[]
}

export interface SourceTable {
  readonly table: number
  readonly columns: readonly string[]
  readonly rows: readonly SourceRow[]
}

/** The compiler counts the cells of each row against the columns. */
const table = <const Columns extends readonly string[]>(
  number: number,
  columns: Columns,
  rows: readonly { readonly cells: Cells<Columns>; readonly references?: readonly number[] }[],
): SourceTable => ({ table: number, columns, rows: rows as readonly SourceRow[] })

/** Tables whose every row is a control: all cells, to the letter. */
export const controlTables: readonly SourceTable[] = [
  table(1, ['Elemento', 'Estado actual', 'Requisito gubernamental', 'Gap principal', 'Acción recomendada'], [
    {
      cells: [
        'Estrategia de despliegue',
        'rolling con auto_rollback',
        'Zero-downtime y rollback seguro',
        'Ninguno',
        'Mantener; documentar estrategia alternativa (immediate) por región para emergencia',
      ],
      references: [4, 5],
    },
    {
      cells: [
        'Health checks',
        'HTTP (/health) y TCP redundantes, intervalo y grace period definidos',
        'Chequeos robustos que detengan despliegues defectuosos',
        'Ninguno',
        'Añadir machine_checks de integración por endpoint crítico',
      ],
      references: [4],
    },
    {
      cells: [
        'http_service',
        'force_https, concurrency (soft/hard), idle_timeout',
        'Fuerza HTTPS, límites y timeouts endurecidos',
        'Ninguno',
        'Revisar h2_backend/gRPC si aplica; ajustar response_headers para seguridad',
      ],
    },
    {
      cells: [
        'TLS',
        'versiones 1.2/1.3 con cifrados fuertes',
        'TLS moderno, validaciones estrictas',
        'Ninguno',
        'Confirmar validación de certificados (tls_server_name), deshabilitar default_self_signed',
      ],
      references: [7],
    },
    {
      cells: [
        'Métricas personalizadas',
        '[[metrics]] puerto 9091, path /metrics',
        'Endpoint scrapeado cada 15s; etiquetas estables',
        'Ninguno',
        'Validar cardinalidad y nombres; mantener scraping gestionado',
      ],
      references: [6],
    },
    {
      cells: [
        'Recursos VM',
        'CPU shared, RAM 512MB',
        'Dimensionamiento para picos + swap',
        'Potencial',
        'Ajustar size/cpumem; habilitar swap y snapshot automático',
      ],
      references: [3],
    },
    {
      cells: [
        'Variables de entorno',
        'ENVIRONMENT, ALLOW_NO_DB, ASYNC_DB_SSL, WS_*',
        'Gestión de secretos y rotación',
        'Crítico',
        'Centralizar secretos (fly secrets) y rotación; segregación por entorno',
      ],
      references: [3, 1],
    },
    {
      cells: [
        'Primary region',
        'dfw',
        'Multi-región, réplica cercana a usuarios',
        'Medio',
        'Planificar expansión a regiones adicionales (gru, iad, lhr) con réplica DB',
      ],
      references: [8, 9],
    },
    {
      cells: [
        'Certificados',
        'flyctl certs (gestión de certificados)',
        'Automatización y vigencia',
        'Ninguno',
        'Integrar issuance/renew automatizados; monitoreo de expiración',
      ],
      references: [10],
    },
  ]),
  table(2, ['Control', 'Evidencia operativa', 'Riesgo mitigado'], [
    {
      cells: [
        'Aislamiento de hardware (Firecracker)',
        'Documentación de plataforma y pruebas de neighbors',
        'Escape de contenedor/VM y cruce de inquilinos',
      ],
    },
    {
      cells: [
        'Red privada 6PN WireGuard',
        'Diagrama 6PN, dominios .internal, reglas de aislamiento',
        'Exposición interna y eavesdropping',
      ],
    },
    {
      cells: [
        'Terminación TLS en edge',
        'Config TLS (versiones/ALPN), validación certificados',
        'Ataques MITM, cifrados débiles',
      ],
    },
    {
      cells: [
        'Default-deny networking',
        'Asignación de IPs y verificación de servicios privados',
        'Superficie pública no intencionada',
      ],
    },
    {
      cells: [
        'SSO/MFA',
        'Configuración IdP, políticas de acceso y auditoría',
        'Compromiso de cuentas y acceso no autorizado',
      ],
    },
    {
      cells: [
        'Tokens con mínimos privilegios',
        'Inventario de tokens, scopes, rotación y revocación',
        'Uso indebido de credenciales',
      ],
    },
    {
      cells: [
        'Volúmenes cifrados',
        'Política de cifrado en reposo, gestión de claves',
        'Exfiltración de datos en almacenamiento',
      ],
    },
    {
      cells: [
        'Auditoría y trazabilidad',
        'Logs exportados, retención y acceso controlado',
        'Falta de trazabilidad y forense',
      ],
    },
  ]),
  table(10, ['Componente', 'Backup', 'Réplica', 'Restore', 'Prueba', 'RPO/RTO objetivo'], [
    {
      cells: [
        'API/App',
        'Imágenes versionadas',
        'Multi-región (machines)',
        'Redeploy de imagen previa',
        'Ejercicio por región',
        'RPO: 0–15m / RTO: <15m',
      ],
    },
    {
      cells: [
        'PostgreSQL/PostGIS',
        'Snapshots + export (LiteFS)',
        'Replica por región',
        'Restauración desde snapshot',
        'Restore en entorno de prueba',
        'RPO: ≤15m / RTO: <60m',
      ],
    },
    {
      cells: [
        'Volúmenes',
        'Snapshots diarias',
        'Extensión automática',
        'Restore de volumen',
        'Validación de integridad',
        'RPO: 24h / RTO: <60m',
      ],
    },
    {
      cells: [
        'Redis',
        'Config + datos (si persiste)',
        'Replica gestionada',
        'Rehidratación',
        'Prueba de conmutación',
        'RPO: ≤5m / RTO: <30m',
      ],
    },
    {
      cells: [
        'Configuración',
        'Control de versiones',
        'N/A',
        'Recuperación de config',
        'Revisión de diffs',
        'RPO: 0 / RTO: inmediato',
      ],
    },
  ]),
  table(11, ['Marco', 'Control/Evidencia', 'Estado', 'Acción'], [
    {
      cells: [
        'SOC 2',
        'Informe independiente, controles de seguridad',
        'Disponible',
        'Solicitar y archivar informe; mapping de controles operativos',
      ],
      references: [24],
    },
    {
      cells: [
        'ISO 27001',
        'Datacenters certificados',
        'Disponible',
        'Confirmar localización y alcance; documentar residencia',
      ],
      references: [24],
    },
    {
      cells: [
        'HIPAA',
        'BAA pre-firmado',
        'Disponible',
        'Firmar BAA; validar cifrado en reposo y en tránsito; logging',
      ],
      references: [25],
    },
    {
      cells: [
        'GDPR',
        'DPA pre-firmado',
        'Disponible',
        'Firmar DPA; documentar retención y derechos del titular',
      ],
      references: [11],
    },
  ]),
  table(12, ['Tipo de dato', 'Retención propuesta', 'Marco de referencia'], [
    { cells: ['Métricas operativas', '12–24 meses (objeto)', 'ISO 27001, mejores prácticas'] },
    { cells: ['Logs de auditoría', '12–36 meses (según marco)', 'SOC 2, GDPR'] },
    { cells: ['Alertas', '12–24 meses', 'Trazabilidad y compliance interno'] },
  ]),
  table(13, ['Etapa', 'Herramienta/Práctica', 'Control de seguridad', 'Evidencia'], [
    { cells: ['Build', 'Docker multi-stage', 'Escaneo de vulnerabilidades', 'Reporte de escaneo'] },
    { cells: ['Test', 'Unit/Integration/Contract', 'Calidad y cobertura', 'Reporte de pruebas'] },
    { cells: ['Security', 'SAST/DAST', 'Políticas de gates', 'Informe de hallazgos'] },
    {
      cells: [
        'Deploy (Staging)',
        'flyctl deploy + health checks',
        'Validaciones y machine_checks',
        'Logs de despliegue',
      ],
    },
    { cells: ['Promote (Prod)', 'GitHub Actions + flyctl', 'Revisión y aprobación', 'Registro de cambios'] },
    { cells: ['Rollback', 'fly deploy --image <prev>', 'Ejercicio y runbook', 'Resultado de rollback'] },
  ]),
  table(14, ['Componente', 'Base de cálculo', 'Sensibilidad', 'Optimización recomendada'], [
    {
      cells: [
        'Compute (Machines)',
        'vCPU/RAM preset, horas activas',
        'Tráfico, picos, regiones',
        'Autostop/autostart, ajuste de size',
      ],
    },
    {
      cells: [
        'Volúmenes',
        'Tamaño GB, snapshots',
        'Retención, crecimiento',
        'Retención optimizada, auto-extend',
      ],
    },
    { cells: ['Bandwidth', 'egress/ingress', 'Multi-región, CDN', 'Compresión, caching'] },
    { cells: ['Métricas', 'Servicio gestionado', 'Retención, cardinalidad', 'Downsampling, agregación'] },
    { cells: ['Soporte', 'Plan seleccionado', 'SLA requerido', 'Evaluar Standard/Premium/Enterprise'] },
  ]),
  table(15, ['Tipo', 'Objetivo', 'Métrica', 'Herramienta', 'Criterio de aceptación'], [
    {
      cells: [
        'Integración',
        'Salud de endpoints críticos',
        '% éxito, latencia',
        'machine_checks',
        '≥99.9% éxito en ventana',
      ],
    },
    {
      cells: [
        'Performance',
        'Latencias P95/P99 bajo carga',
        'P95/P99, throughput',
        'Pruebas sintéticas',
        'P95 ≤ 500ms, P99 ≤ 2s',
      ],
    },
    {
      cells: [
        'Seguridad',
        'Vulnerabilidades y cumplimiento',
        'Hallazgos críticos',
        'SAST/DAST',
        '0 hallazgos críticos',
      ],
    },
    {
      cells: [
        'Contenedores',
        'Imagen segura y pin de dependencias',
        'CVEs, políticas',
        'Escaneo imágenes',
        'Sin CVEs altos; dependencias pin',
      ],
    },
    {
      cells: [
        'UAT',
        'Validación funcional',
        'Casos de uso',
        'scripts/tests',
        '100% casos críticos aprobados',
      ],
    },
    {
      cells: [
        'Rollback',
        'Restauración de imagen previa',
        'RTO',
        'fly deploy --image',
        'RTO < 15m; sin pérdida de datos',
      ],
    },
  ]),
]

/** Table 3. */
export const scalingStrategies = [
  {
    name: 'Autostop/Autostart',
    description: 'Detener/arrancar Machines según demanda',
    scenario: 'Ahorro en horarios de baja demanda',
    risks: 'Arranque en frío puede aumentar latencias',
  },
  {
    name: 'Autoscaling por métrica',
    description: 'Escalar según métricas personalizadas (Prometheus)',
    scenario: 'Servicios con patrones no web y colas/throughput',
    risks: 'Requiere instrumentación fiable',
  },
  {
    name: 'Scale by region',
    description: 'Ajustar count por región',
    scenario: 'Multi-región con tráfico heterogéneo',
    risks: 'Complejidad operativa y consistencia de datos',
  },
  {
    name: 'Manual scaling',
    description: 'Ajuste explícito de count/size',
    scenario: 'Estabilización y control fino en picos predecibles',
    risks: 'Menor elasticidad y riesgo de sobre/infra',
  },
] as const

/** Table 4. */
export const regions = [
  { code: 'dfw', name: 'Dallas (US)', use: 'Primaria regional, latencia centro América' },
  { code: 'gru', name: 'São Paulo (Brasil)', use: 'Residencia/servicio Brasil, cercanía usuarios' },
  { code: 'iad', name: 'Ashburn (US)', use: 'Este de EE.UU., redundancia y DR' },
  { code: 'lhr', name: 'Londres (UK)', use: 'EMEA, cercanía usuarios europeos' },
  { code: 'lax', name: 'Los Ángeles (US)', use: 'Oeste de EE.UU./Pacífico, baja latencia' },
  { code: 'sjc', name: 'San José (US)', use: 'Silicon Valley, cercanía tech ecosystem' },
] as const

interface ScrapeTarget {
  readonly job: string
  /** What the endpoint cell names before the colon. */
  readonly endpoint: string
  /** One of these; undefined where the row gives none. */
  readonly ports: readonly (number | undefined)[]
  readonly path?: string
  readonly intervalSeconds: number
  readonly labels: Readonly<Record<string, string>>
  readonly proposed: boolean
}

/** Table 5. The row of the API says "puerto de métricas" without a number, which Table 1, row 5 gives: 9091. */
export const scrapeTargets: readonly ScrapeTarget[] = [
  {
    job: 'api',
    endpoint: 'API',
    ports: [9091, undefined],
    path: '/metrics',
    intervalSeconds: 15,
    labels: { service: 'fastapi', component: 'api' },
    proposed: false,
  },
  {
    job: 'prometheus',
    endpoint: 'Prometheus',
    ports: [9090],
    intervalSeconds: 15,
    labels: { service: 'prometheus' },
    proposed: false,
  },
  {
    job: 'alertmanager',
    endpoint: 'Alertmanager',
    ports: [9093],
    intervalSeconds: 15,
    labels: { service: 'alertmanager', component: 'alerting' },
    proposed: false,
  },
  {
    job: 'postgres',
    endpoint: 'postgres-exporter',
    ports: [9187],
    intervalSeconds: 15,
    labels: { service: 'postgresql', component: 'database' },
    proposed: false,
  },
  {
    job: 'redis',
    endpoint: 'redis-exporter',
    ports: [9121],
    intervalSeconds: 15,
    labels: { service: 'redis', component: 'cache' },
    proposed: false,
  },
  {
    job: 'node',
    endpoint: 'node-exporter',
    ports: [9100],
    intervalSeconds: 15,
    labels: { service: 'node-exporter', component: 'infrastructure' },
    proposed: false,
  },
  {
    job: 'caddy',
    endpoint: 'caddy-exporter',
    ports: [9180],
    intervalSeconds: 15,
    labels: { service: 'caddy', component: 'reverse-proxy' },
    proposed: true,
  },
]

/** Table 6. The interval is null where the cell says "no aplica". */
export const metricServices = [
  {
    name: 'Prometheus gestionado',
    apiSupport: 'Mayoría de /api/v1/query, /federate',
    scrapeIntervalSeconds: 15,
    labels: 'app, region, host, instance',
    longTermRetention: 'Requiere Thanos/Cortex',
  },
  {
    name: 'Métricas nativas (fly_*)',
    apiSupport: 'No aplica (exposición nativa)',
    scrapeIntervalSeconds: null,
    labels: 'región e instancia',
    longTermRetention: 'Corto plazo (integrado)',
  },
  {
    name: 'Postgres (pg_)',
    apiSupport: 'Exporter estándar',
    scrapeIntervalSeconds: 15,
    labels: 'Servicio/componente',
    longTermRetention: 'Exportado a Prometheus',
  },
] as const

/** Table 7. */
export const metrics = [
  { name: 'ggrt_active_connections', type: 'gauge', labels: ['env'], purpose: 'Conexiones activas' },
  { name: 'ggrt_connections_total', type: 'counter', labels: ['env'], purpose: 'Total de conexiones históricas' },
  { name: 'ggrt_messages_sent_total', type: 'counter', labels: ['env'], purpose: 'Mensajes enviados' },
  { name: 'ggrt_broadcasts_total', type: 'counter', labels: ['env'], purpose: 'Broadcasts realizados' },
  { name: 'ggrt_send_errors_total', type: 'counter', labels: ['env'], purpose: 'Errores de envío' },
  { name: 'ggrt_heartbeat_last_timestamp', type: 'gauge', labels: ['env'], purpose: 'Timestamp de último heartbeat' },
  { name: 'ggrt_role_connections', type: 'gauge', labels: ['env', 'role'], purpose: 'Conexiones por rol' },
  { name: 'ggrt_user_active', type: 'gauge', labels: ['env'], purpose: 'Usuarios únicos con conexión activa' },
  { name: 'ggrt_message_latency_seconds', type: 'histogram', labels: ['env'], purpose: 'Latencia de mensajes' },
] as const

interface AlertRoute {
  readonly match: Readonly<Record<string, string>>
  readonly receiver: string
  readonly scope: string
  readonly groupWait: string | null
  readonly repeatInterval: string | null
}

/** Table 8. Times are null where the cell says "default". */
export const alertRoutes: readonly AlertRoute[] = [
  {
    match: { severity: 'critical' },
    receiver: 'critical-alerts',
    scope: 'critical',
    groupWait: '0s',
    repeatInterval: '1h',
  },
  {
    match: { severity: 'warning' },
    receiver: 'warning-alerts',
    scope: 'warning',
    groupWait: '30s',
    repeatInterval: '4h',
  },
  {
    match: { component: 'database' },
    receiver: 'database-team',
    scope: 'cualquier severidad',
    groupWait: null,
    repeatInterval: null,
  },
  {
    match: { component: 'api' },
    receiver: 'api-team',
    scope: 'cualquier severidad',
    groupWait: null,
    repeatInterval: null,
  },
  {
    match: {},
    receiver: 'default-receiver',
    scope: 'cualquier severidad',
    groupWait: '10s',
    repeatInterval: '4h',
  },
]

/** Table 9. "Cualquier alerta" asks for no label. */
export const inhibitions = [
  {
    source: { severity: 'critical', alertname: 'APIDown' },
    target: { severity: 'warning', component: 'api' },
    equal: ['instance'],
  },
  {
    source: { severity: 'critical', alertname: 'InstanceDown' },
    target: { severity: 'warning' },
    equal: ['instance'],
  },
] as const

interface DrillTarget {
  readonly component: string
  readonly rpoMaxMinutes: number
  readonly rtoMaxMinutes: number | null
  readonly rtoWords?: string
}

/** The figures of Table 10, in the order of its rows. "0–15m" and "≤15m" are both 15 at most and 0 at least. */
export const drillTargets: readonly DrillTarget[] = [
  { component: 'API/App', rpoMaxMinutes: 15, rtoMaxMinutes: 15 },
  { component: 'PostgreSQL/PostGIS', rpoMaxMinutes: 15, rtoMaxMinutes: 60 },
  { component: 'Volúmenes', rpoMaxMinutes: 24 * 60, rtoMaxMinutes: 60 },
  { component: 'Redis', rpoMaxMinutes: 5, rtoMaxMinutes: 30 },
  { component: 'Configuración', rpoMaxMinutes: 0, rtoMaxMinutes: null, rtoWords: 'inmediato' },
]

interface ChecklistRow {
  readonly code: string
  readonly category: string
  readonly requirement: string
  readonly status: 'Parcial' | 'Crítico' | 'Medio'
  readonly evidence: string
  readonly owners: readonly string[]
  readonly dueInDays: number
}

/** Table 16, in the order of its rows. The codes are ours; the rest is the source's. */
export const checklist: readonly ChecklistRow[] = [
  {
    code: 'SEC-01',
    category: 'Seguridad',
    requirement: 'SSO/MFA, least privilege, tokens mínimos',
    status: 'Parcial',
    evidence: 'Políticas y auditoría de accesos',
    owners: ['secops'],
    dueInDays: 30,
  },
  {
    code: 'SEC-02',
    category: 'Seguridad',
    requirement: 'Gestión de secretos centralizada y rotación',
    status: 'Parcial',
    evidence: 'Inventario y rotación de secretos',
    owners: ['devops'],
    dueInDays: 30,
  },
  {
    code: 'SEC-03',
    category: 'Seguridad',
    requirement: 'Default-deny networking y servicios privados',
    status: 'Parcial',
    evidence: 'Inventario de IPs y verificación 6PN',
    owners: ['netops'],
    dueInDays: 15,
  },
  {
    code: 'NET-01',
    category: 'Networking',
    requirement: 'TLS 1.2/1.3, validación certificados',
    status: 'Parcial',
    evidence: 'Config TLS y health checks HTTPS',
    owners: ['netops'],
    dueInDays: 15,
  },
  {
    code: 'DAT-01',
    category: 'Datos',
    requirement: 'Cifrado en reposo (volúmenes)',
    status: 'Parcial',
    evidence: 'Política de cifrado y volúmenes',
    owners: ['secops'],
    dueInDays: 30,
  },
  {
    code: 'DR-01',
    category: 'DR',
    requirement: 'Plan de DR con restauración probada',
    status: 'Parcial',
    evidence: 'Resultados de ejercicios de restore',
    owners: ['sre'],
    dueInDays: 60,
  },
  {
    code: 'OBS-01',
    category: 'Observabilidad',
    requirement: 'Métricas HTTP y ggrt_* alineadas con reglas',
    status: 'Crítico',
    evidence: 'Reglas y scraping validados',
    owners: ['backend'],
    dueInDays: 15,
  },
  {
    code: 'OBS-02',
    category: 'Observabilidad',
    requirement: 'Dashboards mínimos viables',
    status: 'Crítico',
    evidence: 'JSON de paneles y revisión técnica',
    owners: ['sre'],
    dueInDays: 30,
  },
  {
    code: 'OBS-03',
    category: 'Observabilidad',
    requirement: 'Caddy exporter y panel de proxy',
    status: 'Medio',
    evidence: 'Job y dashboard habilitado',
    owners: ['sre'],
    dueInDays: 30,
  },
  {
    code: 'ALR-01',
    category: 'Alertas',
    requirement: 'Slack/webhooks y plantillas estandarizadas',
    status: 'Crítico',
    evidence: 'Prueba de entrega y runbooks',
    owners: ['sre'],
    dueInDays: 30,
  },
  {
    code: 'CMP-01',
    category: 'Compliance',
    requirement: 'Auditoría, retención, residencia de datos',
    status: 'Parcial',
    evidence: 'Políticas y contratos (DPA/BAA/SOC2)',
    owners: ['compliance'],
    dueInDays: 60,
  },
  {
    code: 'AUT-01',
    category: 'Automatización',
    requirement: 'CI/CD con gates y rollback probado',
    status: 'Parcial',
    evidence: 'Pipelines y evidencia de rollback',
    owners: ['devops'],
    dueInDays: 30,
  },
  {
    code: 'CST-01',
    category: 'Costos',
    requirement: 'Presupuesto y alertas de gasto',
    status: 'Parcial',
    evidence: 'Config de budgets y panel de costos',
    owners: ['finops'],
    dueInDays: 30,
  },
]

interface TaskRow {
  readonly fromDay: number
  readonly toDay: number
  readonly title: string
  readonly owners: readonly string[]
  readonly successMetric: string
  /** Checklist items that the row names in other words; absent where the row leaves it open. */
  readonly closes?: readonly string[]
  /** Why the task may close nothing; absent where it must close something. */
  readonly closesNothing?: string
}

/** Table 17, in the order of its rows. "Backend/API" is the team of the API, Backend. */
export const tasks: readonly TaskRow[] = [
  {
    fromDay: 0,
    toDay: 30,
    title: 'Instrumentar métricas HTTP y alinear reglas',
    owners: ['backend'],
    successMetric: 'Alertas HTTP firing con datos',
    closes: ['OBS-01'],
  },
  {
    fromDay: 0,
    toDay: 30,
    title: 'Alinear reglas WebSocket con ggrt_*',
    owners: ['backend'],
    successMetric: 'Alertas WS con datos y sin falsos positivos',
    closes: ['OBS-01'],
  },
  {
    fromDay: 0,
    toDay: 30,
    title: 'Dashboards mínimos viables',
    owners: ['sre'],
    successMetric: 'Paneles API/WS/DB/Redis/Infra disponibles',
    closes: ['OBS-02'],
  },
  {
    fromDay: 0,
    toDay: 30,
    title: 'Integrar Slack/webhooks y gestor de secretos',
    owners: ['sre'],
    successMetric: 'Notificaciones críticas verificadas',
    closes: ['ALR-01'],
  },
  {
    fromDay: 30,
    toDay: 60,
    title: 'Habilitar Caddy exporter y dashboard proxy',
    owners: ['sre'],
    successMetric: 'Panel y alertas de proxy activas',
    closes: ['OBS-03'],
  },
  {
    fromDay: 30,
    toDay: 60,
    title: 'Afinar umbrales con baselines',
    owners: ['sre'],
    successMetric: 'Reducción de falsos positivos/negativos',
    closesNothing: 'no row of the checklist or of the other tables asks for tuned thresholds',
  },
  {
    fromDay: 30,
    toDay: 60,
    title: 'Pruebas de caos/backpressure Redis/WS',
    owners: ['sre', 'qa'],
    successMetric: 'Recuperación sin incidentes mayores',
  },
  {
    fromDay: 60,
    toDay: 90,
    title: 'Definir SLO/SLI y dashboards ejecutivos',
    owners: ['architecture'],
    successMetric: 'SLOs documentados y aprobados',
    closesNothing: 'no row of the checklist or of the other tables asks for service level objectives',
  },
  {
    fromDay: 60,
    toDay: 90,
    title: 'Automatizar runbooks y guardia',
    owners: ['operations'],
    successMetric: 'Ejercicios de incident response ejecutados',
    closesNothing: 'the checklist asks for runbooks (ALR-01, 30 days), not for their automation or for a watch',
  },
  {
    fromDay: 60,
    toDay: 90,
    title: 'Retención extendida (Thanos/Cortex) y federación',
    owners: ['sre'],
    successMetric: 'Almacenamiento largo plazo operativo',
  },
]

interface Recommendation {
  readonly section: string
  readonly numeral: string
  /** Each must occur in the label, which may be worded anew; matched without case and accents. */
  readonly words: readonly RegExp[]
  /** What the source adds in passing: each must occur in the label or in the item that carries it. */
  readonly carried?: readonly RegExp[]
}

/** Every (i), (ii)… of sections 1 to 10 that asks for something. */
export const recommendations: readonly Recommendation[] = [
  { section: '1.1', numeral: 'i', words: [/entrypoint/, /\bcmd\b/, /privilegi/] },
  { section: '1.1', numeral: 'ii', words: [/build_target/, /\btest/, /\bprod/] },
  { section: '1.1', numeral: 'iii', words: [/vulnerabilidad/, /\bci\b/] },
  { section: '1.1', numeral: 'iv', words: [/umbral/, /calidad/, /imagen/] },
  { section: '1.3', numeral: 'i', words: [/tls_server_name/, /health check/] },
  { section: '1.3', numeral: 'ii', words: [/deshabilit|desactiv/, /default_self_signed/] },
  { section: '1.3', numeral: 'iii', words: [/renovacion|renovar/, /expira|vencim/] },
  { section: '1.3', numeral: 'iv', words: [/handshake/, /latencia/, /proxy/] },
  { section: '2', numeral: 'i', words: [/exposicion publica/, /servicios privados/] },
  { section: '2', numeral: 'ii', words: [/control de acceso/], carried: [/\bsso\b/, /\bmfa\b/, /\btoken/] },
  { section: '2', numeral: 'iii', words: [/auditoria/, /logging|registro/] },
  { section: '2', numeral: 'iv', words: [/transito/, /reposo/], carried: [/cifrad/, /volumen/] },
  { section: '2.2', numeral: 'i', words: [/token/, /scope|alcance/], carried: [/aplicacion|\bapp\b/, /region/] },
  { section: '2.2', numeral: 'ii', words: [/organizaciones/, /staging/, /produccion/] },
  { section: '2.2', numeral: 'iii', words: [/audit/, /configuracion/, /despliegue/] },
  { section: '2.2', numeral: 'iv', words: [/alerta/, /secretos/, /privilegiad/] },
  { section: '2.3', numeral: 'i', words: [/\btls\b/, /health check/] },
  { section: '2.3', numeral: 'ii', words: [/politica/, /cifrado/, /volumenes/] },
  { section: '2.3', numeral: 'iii', words: [/\bhsts\b/, /\bedge\b/] },
  { section: '2.3', numeral: 'iv', words: [/handshake/, /errores/] },
  { section: '3.1', numeral: 'i', words: [/metricas/, /colas/, /latencias/] },
  { section: '3.1', numeral: 'ii', words: [/circuit breaker/] },
  { section: '3.1', numeral: 'iii', words: [/timeouts/, /retransmision/] },
  { section: '3.1', numeral: 'iv', words: [/backpressure/, /websocket/] },
  { section: '5.1', numeral: 'i', words: [/restaura/, /volumenes/] },
  { section: '5.1', numeral: 'ii', words: [/conmutacion|failover/, /region/] },
  {
    section: '5.1',
    numeral: 'iii',
    words: [/integridad/, /restore|restaura/],
    carried: [/checksum|sumas de verificacion/, /lectura/, /escritura/, /migraciones/],
  },
]

/** What "Limitaciones e información faltante" names; a line of the paragraph that joins two gaps may be split. */
export const gaps: readonly { readonly about: string; readonly words: readonly RegExp[] }[] = [
  { about: '20 of 23 alert rules reviewed', words: [/\b23\b/, /\b20\b/, /reglas/] },
  { about: 'HTTP metrics of the API', words: [/metricas http/, /\bapi\b/] },
  { about: 'dashboards as JSON', words: [/dashboards|paneles|tableros/, /\bjson\b/, /grafana/] },
  { about: 'Slack and webhooks', words: [/slack/, /webhook/] },
  { about: 'secret manager of production', words: [/gestor de secretos/, /produccion/] },
  { about: 'Caddy exporter and panels', words: [/caddy/, /exporter/, /panel|dashboard|tablero/] },
  { about: 'metrics of the Telegram bot', words: [/metricas/, /telegram/] },
  { about: 'regulatory requirements', words: [/regulatori/, /jurisdiccion/] },
  { about: 'long-term retention', words: [/retencion/, /thanos/, /cortex/] },
  { about: 'scaling and federation of Prometheus', words: [/escalado|escalamiento/, /federacion/, /prometheus/] },
]

/** Lines of that paragraph, so at least as many gaps. */
export const gapLines = 9

interface Discrepancy {
  readonly about: string
  readonly words: readonly RegExp[]
  readonly statements?: number
  readonly items?: readonly string[]
}

/** Where the source contradicts itself, and what the entry must speak of. */
export const discrepancies: readonly Discrepancy[] = [
  {
    about: 'three sets of blockers',
    words: [/dictamen/, /tabla 16/, /metricas http/, /dashboards/, /secretos/, /\bdr\b/],
    statements: 3,
  },
  {
    about: 'DR in 60 days, closing plan in 30',
    words: [/\bdr\b/, /dictamen/, /\b60\b/, /cierre/, /\b30\b/],
    items: ['DR-01'],
  },
  {
    about: 'Caddy exporter at 30 days or in 30–60',
    words: [/caddy/, /30 dias/, /30-60|dia 30 al 60/],
    items: ['OBS-03'],
  },
  { about: 'TLS without gap and partial', words: [/\btls\b/, /ninguno/, /parcial/], items: ['NET-01'] },
  {
    about: 'checklist items without a task',
    words: [/tarea/, /tabla 16|checklist/, /tabla 17|roadmap/],
    // CMP-01 is left open: the extended retention of Table 17, row 10 is a part of it.
    items: ['SEC-01', 'SEC-03', 'NET-01', 'DAT-01', 'DR-01', 'AUT-01', 'CST-01'],
  },
  { about: 'daily snapshots against an RPO of 15 minutes', words: [/snapshot/, /diari/, /\brpo\b/, /15/] },
  { about: 'LiteFS for PostgreSQL', words: [/litefs/, /postgresql/] },
  {
    about: 'custom metrics without gap and critical',
    words: [/metricas personalizadas/, /ninguno/, /critico/],
    items: ['OBS-01'],
  },
  { about: 'secrets critical and partial', words: [/secretos/, /critico/, /parcial/], items: ['SEC-02'] },
  { about: 'rollback without data loss, RPO of 15 minutes', words: [/rollback/, /sin perdida/, /\brpo\b/, /15/] },
  { about: 'an RTO that is no time', words: [/\brto\b/, /inmediato/] },
]

/** References of the source: its number is the place in the list, from 1. */
export const referenceUrls = [
  'https://fly.io/docs/apps/going-to-production/',
  'https://fly.io/docs/security/',
  'https://fly.io/docs/reference/configuration/',
  'https://fly.io/docs/reference/health-checks/',
  'https://fly.io/docs/blueprints/seamless-deployments/',
  'https://fly.io/docs/monitoring/metrics/',
  'https://fly.io/docs/networking/tls/',
  'https://fly.io/docs/reference/regions/',
  'https://fly.io/docs/blueprints/multi-region-fly-replay/',
  'https://fly.io/docs/flyctl/certs/',
  'https://fly.io/docs/security/security-at-fly-io/',
  'https://fly.io/docs/networking/private-networking/',
  'https://fly.io/security/',
  'https://fly.io/docs/about/healthcare/',
  'https://fly.io/docs/reference/load-balancing/',
  'https://fly.io/docs/reference/autoscaling/',
  'https://fly.io/docs/monitoring/',
  'https://thanos.io/',
  'https://cortexmetrics.io/docs/blocks-storage/',
  'https://prometheus.io/docs/alerting/latest/alertmanager/',
  'https://fly.io/docs/apps/app-availability/',
  'https://fly.io/docs/litefs/disaster-recovery/',
  'https://fly.io/docs/litefs/backup/',
  'https://fly.io/compliance',
  'https://fly.io/docs/security/shared-responsibility/',
  'https://fly.io/docs/blueprints/infra-automation-without-terraform/',
  'https://fly.io/docs/launch/monorepo/',
  'https://circleci.com/blog/ci-cd-with-fly-io/',
  'https://fly.io/docs/about/pricing/',
  'https://fly.io/calculator',
  'https://fly.io/docs/about/cost-management/',
  'https://fly.io/docs/blueprints/rollback-guide/',
  'https://last9.io/blog/prometheus-vs-thanos/',
  'https://last9.io/blog/scaling-prometheus-tips-tricks-and-proven-strategies/',
  'https://docs.cloud.google.com/stackdriver/docs/solutions/slo-monitoring',
] as const

/** Cells of more than 25 characters that are names of settings and tools, so the same in every language. */
export const sameInBothLanguages: readonly string[] = [
  'force_https, concurrency (soft/hard), idle_timeout',
  'ENVIRONMENT, ALLOW_NO_DB, ASYNC_DB_SSL, WS_*',
  'app, region, host, instance',
  'Snapshots + export (LiteFS)',
  'flyctl deploy + health checks',
]
