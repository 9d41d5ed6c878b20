import type { Lookups } from '../../ports/lookups.ts';
import { createAlarms } from './alarms.ts';
import { createCertificates } from './certificates.ts';
import type { AwsSettings } from './clients.ts';
import { createImages } from './images.ts';
import { createNetworks } from './networks.ts';
import { createRoles } from './roles.ts';
import { createSecrets } from './secrets.ts';
import { createSecurityGroups } from './security-groups.ts';

export function createLookups(settings: AwsSettings): Lookups {
  return {
    images: createImages(settings),
    secrets: createSecrets(settings),
    certificates: createCertificates(settings),
    roles: createRoles(settings),
    networks: createNetworks(settings),
    securityGroups: createSecurityGroups(settings),
    alarms: createAlarms(settings),
  };
}
