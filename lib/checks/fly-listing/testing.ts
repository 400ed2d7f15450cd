/** A machine as `fly machines list --json` has it. */
export function machine({ region = 'dfw', state = 'started', group = 'app', memory = 1_024, swap = 512, ...more }: Record<string, unknown> = {}) {
  const guest = { cpu_kind: 'shared', cpus: 1, memory_mb: memory }
  const config = { init: { swap_size_mb: swap }, metadata: { fly_process_group: group }, guest }
  return { id: '148e', name: 'm', state, region, instance_id: '01', config, ...more }
}

/** A volume as `fly volumes list --json` has it. */
export function volume(more: Record<string, unknown> = {}) {
  const snapshots = { snapshot_retention: 14, auto_backup_enabled: true }
  return { id: 'vol_1', name: 'data', size_gb: 1, region: 'dfw', encrypted: true, ...snapshots, ...more }
}
