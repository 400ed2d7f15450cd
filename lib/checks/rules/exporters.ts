import { Names } from './names'

/** A program that answers with metrics of its own, told by their prefix. */
export interface Exporter {
  name: string
  prefix: string
  /** Names that samples of it have. */
  names: ReadonlySet<string>
  /** The same, to look for those that a mistyped one means. */
  like: Names
  /** What a job that scrapes it is called or listens at; null where it needs no job of its own. */
  scraped: { words: readonly string[]; ports: readonly number[] } | null
}

/**
 * Metrics of common exporters, exact, so that a mistyped name is found. Where nothing else is said they are what the program
 * itself answered on Linux in November 2026. Newer ones answer more, and some of it depends on the machine: a name that is none
 * of these is not yet wrong.
 */
export const exporters: readonly Exporter[] = [
  // node_exporter 1.5.0.
  exporter('node_exporter', 'node_', { words: ['node'], ports: [9100] },
    'arp_entries boot_time_seconds context_switches_total cpu_guest_seconds_total cpu_seconds_total disk_discard_time_seconds_total '
    + 'disk_discarded_sectors_total disk_discards_completed_total disk_discards_merged_total disk_flush_requests_time_seconds_total '
    + 'disk_flush_requests_total disk_info disk_io_now disk_io_time_seconds_total disk_io_time_weighted_seconds_total '
    + 'disk_read_bytes_total disk_read_time_seconds_total disk_reads_completed_total disk_reads_merged_total '
    + 'disk_write_time_seconds_total disk_writes_completed_total disk_writes_merged_total disk_written_bytes_total entropy_available_bits '
    + 'entropy_pool_size_bits exporter_build_info filefd_allocated filefd_maximum filesystem_avail_bytes filesystem_device_error '
    + 'filesystem_files filesystem_files_free filesystem_free_bytes filesystem_readonly filesystem_size_bytes forks_total intr_total '
    + 'load1 load15 load5 memory_Active_anon_bytes memory_Active_bytes memory_Active_file_bytes memory_AnonHugePages_bytes '
    + 'memory_AnonPages_bytes memory_Balloon_bytes memory_Bounce_bytes memory_Buffers_bytes memory_Cached_bytes memory_CommitLimit_bytes '
    + 'memory_Committed_AS_bytes memory_DirectMap1G_bytes memory_DirectMap2M_bytes memory_DirectMap4k_bytes memory_Dirty_bytes '
    + 'memory_FileHugePages_bytes memory_FilePmdMapped_bytes memory_HugePages_Free memory_HugePages_Rsvd memory_HugePages_Surp '
    + 'memory_HugePages_Total memory_Hugepagesize_bytes memory_Hugetlb_bytes memory_Inactive_anon_bytes memory_Inactive_bytes '
    + 'memory_Inactive_file_bytes memory_KReclaimable_bytes memory_KernelStack_bytes memory_Mapped_bytes memory_MemAvailable_bytes '
    + 'memory_MemFree_bytes memory_MemTotal_bytes memory_Mlocked_bytes memory_NFS_Unstable_bytes memory_PageTables_bytes '
    + 'memory_Percpu_bytes memory_SReclaimable_bytes memory_SUnreclaim_bytes memory_SecPageTables_bytes memory_ShmemHugePages_bytes '
    + 'memory_ShmemPmdMapped_bytes memory_Shmem_bytes memory_Slab_bytes memory_SwapCached_bytes memory_SwapFree_bytes '
    + 'memory_SwapTotal_bytes memory_Unevictable_bytes memory_VmallocChunk_bytes memory_VmallocTotal_bytes memory_VmallocUsed_bytes '
    + 'memory_WritebackTmp_bytes memory_Writeback_bytes memory_Zswap_bytes memory_Zswapped_bytes netstat_Icmp6_InErrors '
    + 'netstat_Icmp6_InMsgs netstat_Icmp6_OutMsgs netstat_Icmp_InErrors netstat_Icmp_InMsgs netstat_Icmp_OutMsgs netstat_Ip6_InOctets '
    + 'netstat_Ip6_OutOctets netstat_IpExt_InOctets netstat_IpExt_OutOctets netstat_Ip_Forwarding netstat_TcpExt_ListenDrops '
    + 'netstat_TcpExt_ListenOverflows netstat_TcpExt_SyncookiesFailed netstat_TcpExt_SyncookiesRecv netstat_TcpExt_SyncookiesSent '
    + 'netstat_TcpExt_TCPSynRetrans netstat_TcpExt_TCPTimeouts netstat_Tcp_ActiveOpens netstat_Tcp_CurrEstab netstat_Tcp_InErrs '
    + 'netstat_Tcp_InSegs netstat_Tcp_OutRsts netstat_Tcp_OutSegs netstat_Tcp_PassiveOpens netstat_Tcp_RetransSegs '
    + 'netstat_Udp6_InDatagrams netstat_Udp6_InErrors netstat_Udp6_NoPorts netstat_Udp6_OutDatagrams netstat_Udp6_RcvbufErrors '
    + 'netstat_Udp6_SndbufErrors netstat_UdpLite6_InErrors netstat_UdpLite_InErrors netstat_Udp_InDatagrams netstat_Udp_InErrors '
    + 'netstat_Udp_NoPorts netstat_Udp_OutDatagrams netstat_Udp_RcvbufErrors netstat_Udp_SndbufErrors network_address_assign_type '
    + 'network_carrier network_carrier_changes_total network_carrier_down_changes_total network_carrier_up_changes_total '
    + 'network_device_id network_dormant network_flags network_iface_id network_iface_link network_iface_link_mode network_info '
    + 'network_mtu_bytes network_name_assign_type network_net_dev_group network_protocol_type network_receive_bytes_total '
    + 'network_receive_compressed_total network_receive_drop_total network_receive_errs_total network_receive_fifo_total '
    + 'network_receive_frame_total network_receive_multicast_total network_receive_nohandler_total network_receive_packets_total '
    + 'network_speed_bytes network_transmit_bytes_total network_transmit_carrier_total network_transmit_colls_total '
    + 'network_transmit_compressed_total network_transmit_drop_total network_transmit_errs_total network_transmit_fifo_total '
    + 'network_transmit_packets_total network_transmit_queue_length network_up nf_conntrack_entries nf_conntrack_entries_limit '
    + 'nf_conntrack_stat_drop nf_conntrack_stat_early_drop nf_conntrack_stat_found nf_conntrack_stat_ignore nf_conntrack_stat_insert '
    + 'nf_conntrack_stat_insert_failed nf_conntrack_stat_invalid nf_conntrack_stat_search_restart os_info os_version '
    + 'pressure_cpu_waiting_seconds_total pressure_io_stalled_seconds_total pressure_io_waiting_seconds_total '
    + 'pressure_memory_stalled_seconds_total pressure_memory_waiting_seconds_total processes_max_processes processes_max_threads '
    + 'processes_pids processes_state processes_threads processes_threads_state procs_blocked procs_running '
    + 'scrape_collector_duration_seconds scrape_collector_success selinux_enabled sockstat_FRAG6_inuse sockstat_FRAG6_memory '
    + 'sockstat_FRAG_inuse sockstat_FRAG_memory sockstat_RAW6_inuse sockstat_RAW_inuse sockstat_TCP6_inuse sockstat_TCP_alloc '
    + 'sockstat_TCP_inuse sockstat_TCP_mem sockstat_TCP_mem_bytes sockstat_TCP_orphan sockstat_TCP_tw sockstat_UDP6_inuse '
    + 'sockstat_UDPLITE6_inuse sockstat_UDPLITE_inuse sockstat_UDP_inuse sockstat_UDP_mem sockstat_UDP_mem_bytes sockstat_sockets_used '
    + 'softnet_dropped_total softnet_processed_total softnet_times_squeezed_total textfile_scrape_error time_clocksource_available_info '
    + 'time_clocksource_current_info time_seconds time_zone_offset_seconds timex_estimated_error_seconds timex_frequency_adjustment_ratio '
    + 'timex_loop_time_constant timex_maxerror_seconds timex_offset_seconds timex_pps_calibration_total timex_pps_error_total '
    + 'timex_pps_frequency_hertz timex_pps_jitter_seconds timex_pps_jitter_total timex_pps_shift_seconds '
    + 'timex_pps_stability_exceeded_total timex_pps_stability_hertz timex_status timex_sync_status timex_tai_offset_seconds '
    + 'timex_tick_seconds udp_queues uname_info vmstat_oom_kill vmstat_pgfault vmstat_pgmajfault vmstat_pgpgin vmstat_pgpgout '
    + 'vmstat_pswpin vmstat_pswpout',
  ),
  // postgres_exporter 0.11.1, and what Fly lists of it (superfly/docs, `monitoring/metrics.html.md`, read November 2026).
  exporter('postgres_exporter', 'pg_', { words: ['postgres', 'postgresql', 'pg'], ports: [9187] },
    'database_size_bytes exporter_last_scrape_duration_seconds exporter_last_scrape_error exporter_scrapes_total locks_count '
    + 'replication_lag scrape_collector_duration_seconds scrape_collector_success stat_activity_count stat_activity_max_tx_duration '
    + 'stat_archiver_archived_count stat_archiver_failed_count stat_archiver_last_archive_age stat_bgwriter_buffers_alloc '
    + 'stat_bgwriter_buffers_alloc_total stat_bgwriter_buffers_backend stat_bgwriter_buffers_backend_fsync '
    + 'stat_bgwriter_buffers_backend_fsync_total stat_bgwriter_buffers_backend_total stat_bgwriter_buffers_checkpoint '
    + 'stat_bgwriter_buffers_checkpoint_total stat_bgwriter_buffers_clean stat_bgwriter_buffers_clean_total '
    + 'stat_bgwriter_checkpoint_sync_time stat_bgwriter_checkpoint_sync_time_total stat_bgwriter_checkpoint_write_time '
    + 'stat_bgwriter_checkpoint_write_time_total stat_bgwriter_checkpoints_req stat_bgwriter_checkpoints_req_total '
    + 'stat_bgwriter_checkpoints_timed stat_bgwriter_checkpoints_timed_total stat_bgwriter_maxwritten_clean '
    + 'stat_bgwriter_maxwritten_clean_total stat_bgwriter_stats_reset stat_bgwriter_stats_reset_total stat_database_active_time '
    + 'stat_database_blk_read_time stat_database_blk_write_time stat_database_blks_hit stat_database_blks_read '
    + 'stat_database_checksum_failures stat_database_checksum_last_failure stat_database_conflicts '
    + 'stat_database_conflicts_confl_bufferpin stat_database_conflicts_confl_deadlock stat_database_conflicts_confl_lock '
    + 'stat_database_conflicts_confl_snapshot stat_database_conflicts_confl_tablespace stat_database_deadlocks '
    + 'stat_database_idle_in_transaction_time stat_database_numbackends stat_database_session_time stat_database_sessions '
    + 'stat_database_sessions_abandoned stat_database_sessions_fatal stat_database_sessions_killed stat_database_stats_reset '
    + 'stat_database_temp_bytes stat_database_temp_files stat_database_tup_deleted stat_database_tup_fetched stat_database_tup_inserted '
    + 'stat_database_tup_returned stat_database_tup_updated stat_database_xact_commit stat_database_xact_rollback '
    + 'stat_replication_pg_current_wal_lsn_bytes stat_replication_pg_wal_lsn_diff stat_replication_reply_time static up',
  ),
  // redis_exporter 1.45.0 with Redis 7.0.
  exporter('redis_exporter', 'redis_', { words: ['redis'], ports: [9121] },
    'active_defrag_running allocator_active_bytes allocator_allocated_bytes allocator_frag_bytes allocator_frag_ratio '
    + 'allocator_resident_bytes allocator_rss_bytes allocator_rss_ratio aof_current_rewrite_duration_sec aof_enabled '
    + 'aof_last_bgrewrite_status aof_last_cow_size_bytes aof_last_rewrite_duration_sec aof_last_write_status aof_rewrite_in_progress '
    + 'aof_rewrite_scheduled blocked_clients client_recent_max_input_buffer_bytes client_recent_max_output_buffer_bytes '
    + 'clients_in_timeout_table cluster_connections cluster_enabled commands_duration_seconds_total commands_failed_calls_total '
    + 'commands_processed_total commands_rejected_calls_total commands_total config_io_threads config_maxclients config_maxmemory '
    + 'connected_clients connected_slaves connections_received_total cpu_sys_children_seconds_total cpu_sys_main_thread_seconds_total '
    + 'cpu_sys_seconds_total cpu_user_children_seconds_total cpu_user_main_thread_seconds_total cpu_user_seconds_total db_avg_ttl_seconds '
    + 'db_keys db_keys_expiring defrag_hits defrag_key_hits defrag_key_misses defrag_misses dump_payload_sanitizations evicted_keys_total '
    + 'expired_keys_total expired_stale_percentage expired_time_cap_reached_total exporter_build_info '
    + 'exporter_last_scrape_connect_time_seconds exporter_last_scrape_duration_seconds exporter_last_scrape_error '
    + 'exporter_scrape_duration_seconds:s exporter_scrapes_total instance_info io_threaded_reads_processed io_threaded_writes_processed '
    + 'io_threads_active keyspace_hits_total keyspace_misses_total last_key_groups_scrape_duration_milliseconds '
    + 'last_slow_execution_duration_seconds latency_percentiles_usec:s latest_fork_seconds lazyfree_pending_objects loading_dump_file '
    + 'master_repl_offset mem_clients_normal mem_clients_slaves mem_fragmentation_bytes mem_fragmentation_ratio '
    + 'mem_not_counted_for_eviction_bytes memory_max_bytes memory_used_bytes memory_used_dataset_bytes memory_used_lua_bytes '
    + 'memory_used_overhead_bytes memory_used_peak_bytes memory_used_rss_bytes memory_used_scripts_bytes memory_used_startup_bytes '
    + 'migrate_cached_sockets_total module_fork_in_progress module_fork_last_cow_size net_input_bytes_total net_output_bytes_total '
    + 'number_of_cached_scripts process_id pubsub_channels pubsub_patterns rdb_bgsave_in_progress rdb_changes_since_last_save '
    + 'rdb_current_bgsave_duration_sec rdb_last_bgsave_duration_sec rdb_last_bgsave_status rdb_last_cow_size_bytes '
    + 'rdb_last_save_timestamp_seconds rejected_connections_total repl_backlog_first_byte_offset repl_backlog_history_bytes '
    + 'repl_backlog_is_active replica_partial_resync_accepted replica_partial_resync_denied replica_resyncs_full '
    + 'replication_backlog_bytes second_repl_offset slave_expires_tracked_keys slowlog_last_id slowlog_length start_time_seconds '
    + 'target_scrape_request_errors_total total_error_replies total_reads_processed total_writes_processed tracking_clients '
    + 'tracking_total_items tracking_total_keys tracking_total_prefixes unexpected_error_replies up uptime_in_seconds',
  ),
  // Prometheus 2.42.
  exporter('Prometheus', 'prometheus_', { words: ['prometheus'], ports: [9090] },
    'api_remote_read_queries build_info config_last_reload_success_timestamp_seconds config_last_reload_successful engine_queries '
    + 'engine_queries_concurrent_max engine_query_duration_seconds:s engine_query_log_enabled engine_query_log_failures_total '
    + 'http_request_duration_seconds:h http_requests_total http_response_size_bytes:h notifications_alertmanagers_discovered '
    + 'notifications_dropped_total notifications_errors_total notifications_queue_capacity notifications_queue_length '
    + 'notifications_sent_total ready remote_storage_exemplars_in_total remote_storage_highest_timestamp_in_seconds '
    + 'remote_storage_histograms_in_total remote_storage_samples_in_total remote_storage_string_interner_zero_reference_releases_total '
    + 'rule_evaluation_duration_seconds:s rule_evaluation_failures_total rule_evaluations_total rule_group_duration_seconds:s '
    + 'rule_group_interval_seconds rule_group_iterations_missed_total rule_group_iterations_total rule_group_last_duration_seconds '
    + 'rule_group_last_evaluation_samples rule_group_last_evaluation_timestamp_seconds rule_group_rules sd_azure_failures_total '
    + 'sd_discovered_targets sd_dns_lookup_failures_total sd_dns_lookups_total sd_failed_configs sd_file_read_errors_total '
    + 'sd_file_scan_duration_seconds:s sd_file_watcher_errors_total sd_http_failures_total sd_received_updates_total sd_updates_total '
    + 'target_metadata_cache_bytes target_metadata_cache_entries target_scrape_pool_exceeded_label_limits_total '
    + 'target_scrape_pool_exceeded_target_limit_total target_scrape_pool_reloads_failed_total target_scrape_pool_reloads_total '
    + 'target_scrape_pool_sync_total target_scrape_pool_targets target_scrape_pools_failed_total target_scrape_pools_total '
    + 'target_scrapes_cache_flush_forced_total target_scrapes_exceeded_body_size_limit_total target_scrapes_exceeded_sample_limit_total '
    + 'target_scrapes_exemplar_out_of_order_total target_scrapes_sample_duplicate_timestamp_total '
    + 'target_scrapes_sample_out_of_bounds_total target_scrapes_sample_out_of_order_total target_sync_failed_total '
    + 'target_sync_length_seconds:s template_text_expansion_failures_total template_text_expansions_total treecache_watcher_goroutines '
    + 'treecache_zookeeper_failures_total tsdb_blocks_loaded tsdb_checkpoint_creations_failed_total tsdb_checkpoint_creations_total '
    + 'tsdb_checkpoint_deletions_failed_total tsdb_checkpoint_deletions_total tsdb_clean_start tsdb_compaction_chunk_range_seconds:h '
    + 'tsdb_compaction_chunk_samples:h tsdb_compaction_chunk_size_bytes:h tsdb_compaction_duration_seconds:h '
    + 'tsdb_compaction_populating_block tsdb_compactions_failed_total tsdb_compactions_skipped_total tsdb_compactions_total '
    + 'tsdb_compactions_triggered_total tsdb_data_replay_duration_seconds tsdb_exemplar_exemplars_appended_total '
    + 'tsdb_exemplar_exemplars_in_storage tsdb_exemplar_last_exemplars_timestamp_seconds tsdb_exemplar_max_exemplars '
    + 'tsdb_exemplar_out_of_order_exemplars_total tsdb_exemplar_series_with_exemplars_in_storage tsdb_head_active_appenders '
    + 'tsdb_head_chunks tsdb_head_chunks_created_total tsdb_head_chunks_removed_total tsdb_head_gc_duration_seconds:s tsdb_head_max_time '
    + 'tsdb_head_max_time_seconds tsdb_head_min_time tsdb_head_min_time_seconds tsdb_head_out_of_order_samples_appended_total '
    + 'tsdb_head_samples_appended_total tsdb_head_series tsdb_head_series_created_total tsdb_head_series_not_found_total '
    + 'tsdb_head_series_removed_total tsdb_head_truncations_failed_total tsdb_head_truncations_total tsdb_isolation_high_watermark '
    + 'tsdb_isolation_low_watermark tsdb_lowest_timestamp tsdb_lowest_timestamp_seconds tsdb_mmap_chunk_corruptions_total '
    + 'tsdb_out_of_bound_samples_total tsdb_out_of_order_samples_total tsdb_reloads_failures_total tsdb_reloads_total '
    + 'tsdb_retention_limit_bytes tsdb_size_retentions_total tsdb_snapshot_replay_error_total tsdb_storage_blocks_bytes '
    + 'tsdb_symbol_table_size_bytes tsdb_time_retentions_total tsdb_tombstone_cleanup_seconds:h tsdb_too_old_samples_total '
    + 'tsdb_vertical_compactions_total tsdb_wal_completed_pages_total tsdb_wal_corruptions_total tsdb_wal_fsync_duration_seconds:s '
    + 'tsdb_wal_page_flushes_total tsdb_wal_segment_current tsdb_wal_truncate_duration_seconds:s tsdb_wal_truncations_failed_total '
    + 'tsdb_wal_truncations_total tsdb_wal_writes_failed_total web_federation_errors_total web_federation_warnings_total',
  ),
  // Alertmanager 0.25.
  exporter('Alertmanager', 'alertmanager_', { words: ['alertmanager'], ports: [9093] },
    'alerts alerts_invalid_total alerts_received_total build_info cluster_alive_messages_total cluster_enabled cluster_failed_peers '
    + 'cluster_health_score cluster_members cluster_messages_pruned_total cluster_messages_queued cluster_messages_received_size_total '
    + 'cluster_messages_received_total cluster_messages_sent_size_total cluster_messages_sent_total cluster_peer_info '
    + 'cluster_peers_joined_total cluster_peers_left_total cluster_peers_update_total cluster_reconnections_failed_total '
    + 'cluster_reconnections_total cluster_refresh_join_failed_total cluster_refresh_join_total config_hash '
    + 'config_last_reload_success_timestamp_seconds config_last_reload_successful dispatcher_aggregation_groups '
    + 'dispatcher_alert_processing_duration_seconds:s http_concurrency_limit_exceeded_total http_request_duration_seconds:h '
    + 'http_requests_in_flight http_response_size_bytes:h integrations marked_alerts nflog_gc_duration_seconds:s '
    + 'nflog_gossip_messages_propagated_total nflog_queries_total nflog_query_duration_seconds:h nflog_query_errors_total '
    + 'nflog_snapshot_duration_seconds:s nflog_snapshot_size_bytes notification_latency_seconds:h notification_requests_failed_total '
    + 'notification_requests_total notifications_failed_total notifications_total oversize_gossip_message_duration_seconds:h '
    + 'oversized_gossip_message_dropped_total oversized_gossip_message_failure_total oversized_gossip_message_sent_total peer_position '
    + 'receivers silences silences_gc_duration_seconds:s silences_gossip_messages_propagated_total silences_queries_total '
    + 'silences_query_duration_seconds:h silences_query_errors_total silences_snapshot_duration_seconds:s silences_snapshot_size_bytes',
  ),
  // caddyserver/website, `src/docs/markdown/metrics.md`, read November 2026.
  exporter('Caddy', 'caddy_', { words: ['caddy'], ports: [2019, 9180] },
    'admin_http_request_errors_total admin_http_requests_total http_request_duration_seconds:h http_request_errors_total '
    + 'http_request_size_bytes:h http_requests_in_flight http_requests_total http_response_duration_seconds:h http_response_size_bytes:h '
    + 'reverse_proxy_upstreams_healthy',
  ),
  // superfly/docs, `monitoring/metrics.html.md`, read November 2026. The platform gives them of every app.
  exporter('Fly.io', 'fly_', null,
    'app_concurrency app_connect_time_seconds:h app_http_response_time_seconds:h app_http_responses_count app_tcp_connects_count '
    + 'app_tcp_disconnects_count edge_data_in edge_data_out edge_http_response_time_seconds:h edge_http_responses_count '
    + 'edge_tcp_connects_count edge_tcp_disconnects_count edge_tls_handshake_errors edge_tls_handshake_time_seconds:h instance_cpu '
    + 'instance_disk_io_in_progress instance_disk_reads_completed instance_disk_reads_merged instance_disk_sectors_read '
    + 'instance_disk_sectors_written instance_disk_time_io instance_disk_time_io_weighted instance_disk_time_reading '
    + 'instance_disk_time_writing instance_disk_writes_completed instance_disk_writes_merged instance_filefd_allocated '
    + 'instance_filefd_maximum instance_filesystem_block_size instance_filesystem_blocks instance_filesystem_blocks_avail '
    + 'instance_filesystem_blocks_free instance_load_average instance_memory_active instance_memory_buffers instance_memory_cached '
    + 'instance_memory_dirty instance_memory_inactive instance_memory_mem_available instance_memory_mem_free instance_memory_mem_total '
    + 'instance_memory_shmem instance_memory_slab instance_memory_swap_cached instance_memory_swap_free instance_memory_swap_total '
    + 'instance_memory_vmalloc_chunk instance_memory_vmalloc_total instance_memory_vmalloc_used instance_memory_writeback '
    + 'instance_net_recv_bytes instance_net_recv_compressed instance_net_recv_drop instance_net_recv_errs instance_net_recv_fifo '
    + 'instance_net_recv_frame instance_net_recv_multicast instance_net_recv_packets instance_net_sent_bytes instance_net_sent_carrier '
    + 'instance_net_sent_colls instance_net_sent_compressed instance_net_sent_drop instance_net_sent_errs instance_net_sent_fifo '
    + 'instance_net_sent_packets instance_up volume_size_bytes volume_used_pct',
  ),
  // What client libraries of Go and Python add to the metrics of any program.
  exporter('client_golang', 'go_', null,
    'gc_duration_seconds:s goroutines info memstats_alloc_bytes memstats_alloc_bytes_total memstats_buck_hash_sys_bytes '
    + 'memstats_frees_total memstats_gc_sys_bytes memstats_heap_alloc_bytes memstats_heap_idle_bytes memstats_heap_inuse_bytes '
    + 'memstats_heap_objects memstats_heap_released_bytes memstats_heap_sys_bytes memstats_last_gc_time_seconds memstats_lookups_total '
    + 'memstats_mallocs_total memstats_mcache_inuse_bytes memstats_mcache_sys_bytes memstats_mspan_inuse_bytes memstats_mspan_sys_bytes '
    + 'memstats_next_gc_bytes memstats_other_sys_bytes memstats_stack_inuse_bytes memstats_stack_sys_bytes memstats_sys_bytes threads',
  ),
  exporter('client libraries', 'process_', null,
    'cpu_seconds_total max_fds open_fds resident_memory_bytes start_time_seconds virtual_memory_bytes virtual_memory_max_bytes',
  ),
  exporter('client_golang', 'promhttp_', null,
    'metric_handler_errors_total metric_handler_requests_in_flight metric_handler_requests_total',
  ),
  exporter('client_python', 'python_', null,
    'gc_collections_total gc_objects_collected_total gc_objects_uncollectable_total info',
  ),
]

function exporter(name: string, prefix: string, scraped: Exporter['scraped'], names: string): Exporter {
  const samples = new Set(names.split(' ').flatMap(one => samplesOf(prefix + one)))
  return { name, prefix, names: samples, like: new Names(samples), scraped }
}

/** `:h` marks a histogram and `:s` a summary, which have several samples. */
function samplesOf(name: string): string[] {
  const [base = '', kind] = name.split(':')
  if (kind === 'h') return [`${base}_bucket`, `${base}_sum`, `${base}_count`]
  return kind === 's' ? [base, `${base}_sum`, `${base}_count`] : [base]
}
