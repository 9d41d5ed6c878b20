import type { JsonObject } from '../../model/json.ts';
import type { BeforeDeployment } from '../../model/service.ts';
import type { BeforeDeploymentFile } from '../schema/before-deployment-file.ts';

export function buildBeforeDeployment({ timeoutSeconds, ...overrides }: BeforeDeploymentFile): BeforeDeployment {
  return {
    // The schema lets nothing through that is not JSON; only its types do not say so.
    overrides: overrides as JsonObject,
    containerName: overrides.containerOverrides[0]?.name ?? '',
    timeoutSeconds,
  };
}
