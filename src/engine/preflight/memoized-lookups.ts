import type { Lookups } from '../../ports/lookups.ts';
import { remembered } from '../remembered.ts';

/** The same, each thing looked up once: services share images, roles and secrets. */
export function memoizedLookups({
  images,
  secrets,
  certificates,
  roles,
  networks,
  securityGroups,
  alarms,
}: Lookups): Lookups {
  return {
    images: { find: remembered(images.find) },
    secrets: { secret: remembered(secrets.secret), parameters: remembered(secrets.parameters) },
    certificates: { certificate: remembered(certificates.certificate) },
    roles: { trustPolicy: remembered(roles.trustPolicy) },
    networks: { subnets: remembered(networks.subnets) },
    securityGroups: { byId: remembered(securityGroups.byId), named: remembered(securityGroups.named) },
    alarms: { alarms: remembered(alarms.alarms) },
  };
}
