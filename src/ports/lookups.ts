import type { Certificates } from './certificates.ts';
import type { Images } from './images.ts';
import type { Networks } from './networks.ts';
import type { Roles } from './roles.ts';
import type { Scaling } from './scaling.ts';
import type { Secrets } from './secrets.ts';
import type { SecurityGroups } from './security-groups.ts';

/** What is looked up before a rollout. */
export interface Lookups {
  readonly images: Images;
  readonly secrets: Secrets;
  readonly certificates: Certificates;
  readonly roles: Pick<Roles, 'trustPolicy'>;
  readonly networks: Pick<Networks, 'subnets'>;
  readonly securityGroups: SecurityGroups;
  readonly alarms: Pick<Scaling, 'alarms'>;
}
