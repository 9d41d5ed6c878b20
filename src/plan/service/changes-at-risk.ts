import type { Consent } from '../../model/cluster.ts';
import type { JsonObject } from '../../model/json.ts';
import type { Service } from '../../model/service.ts';
import type { ServiceView } from '../../model/service-views.ts';
import type { Difference } from '../differences/json-differences.ts';
import type { StackOutputs } from './service-desired.ts';

/** A change of a live service, as far as it decides what is in danger. */
export interface ServiceChangesAtRisk {
  readonly service: Service;
  readonly outputs: StackOutputs;
  readonly live: ServiceView;
  readonly desired: JsonObject;
  readonly found: readonly Difference[];
  /** What UpdateService is to set the desired count to, where config owns it. */
  readonly desiredCount: number | undefined;
  readonly deploys: boolean;
  readonly allow: readonly Consent[];
}
