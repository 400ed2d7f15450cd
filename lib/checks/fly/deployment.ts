import { check } from '../check'

// superfly/flyctl, `internal/appconfig/validation.go`.
const strategies = ['rolling', 'canary', 'bluegreen', 'immediate']

/** A new release takes over without an interruption, and gives way again where it fails. */
export const deployment = check({
  id: 'fly/deployment',
  format: 'fly-toml',
  subjects: ['deployment-strategy'],
  findings: {
    'unknown-strategy': 'fail', immediate: 'fail', 'with-volumes': 'fail', 'without-checks': 'fail',
    'rollback-not-read': 'inconclusive', 'rollback-not-shown': 'inconclusive',
  },
  * run({ deploy, mounts, services, checks }) {
    const strategy = deploy.strategy?.value ?? 'rolling'
    const place = deploy.strategy?.place ?? deploy.place
    if (!strategies.includes(strategy)) yield { key: 'unknown-strategy', place, values: { strategy } }
    else if (strategy === 'immediate') yield { key: 'immediate', place }
    else if (strategy !== 'rolling' && mounts.length > 0) yield { key: 'with-volumes', place, values: { strategy } }
    else if (strategy === 'bluegreen') {
      if (checks.length === 0 && services.every(service => service.checks.length === 0)) yield { key: 'without-checks', place }
    } else if (!deploy.autoRollback?.value) yield { key: 'rollback-not-shown', place, values: { strategy } }
    if (deploy.autoRollback?.value) yield { key: 'rollback-not-read', place: deploy.autoRollback.place, values: { strategy } }
  },
})
