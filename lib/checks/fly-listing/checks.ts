import { certificates } from './certificates'
import { machineRegions } from './machine-regions'
import { machineSize } from './machine-size'
import { publicAddresses } from './public-addresses'
import { secretAge } from './secret-age'
import { snapshotAge } from './snapshot-age'
import { volumeEncryption } from './volume-encryption'
import { volumeSnapshots } from './volume-snapshots'

export const flyListingChecks = [
  publicAddresses, secretAge, certificates, machineRegions, machineSize, volumeEncryption, volumeSnapshots, snapshotAge,
] as const
