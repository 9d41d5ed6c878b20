import { readFileSync } from 'node:fs';
import type { Service } from '../../../core/world.ts';
import type { Outcome } from '../../../drivers/none.ts';
import { noneDriver } from '../../../drivers/none.ts';
import { createService as createApplicationAutoScaling } from '../../application-autoscaling/service.ts';
import { createService as createAutoScaling } from '../../autoscaling/service.ts';
import { createService as createCloudWatch } from '../../cloudwatch/service.ts';
import { createService as createEc2 } from '../../ec2/service.ts';
import { createService as createEcs } from '../../ecs/service.ts';
import { createService as createElb } from '../../elbv2/service.ts';
import { createService as createSts } from '../../sts/service.ts';
import type { StackWorld } from './stack-world.ts';
import { stackWorld } from './stack-world.ts';

/** Every resource type that a cluster needs, once. */
export const CLUSTER_TEMPLATE = readFileSync(new URL('cluster.yaml', import.meta.url), 'utf8');

export interface ClusterWorld extends StackWorld {
  /** Closes the load balancer's sockets. */
  readonly stop: () => Promise<void>;
}

/**
 * For tests: all services whose resources a stack may have, as they are, and what becomes of the images that tasks run.
 */
export function clusterWorld(outcomes: Readonly<Record<string, Outcome>> = {}): ClusterWorld {
  const started: Service[] = [];
  const keep = (service: Service): Service => {
    started.push(service);
    return service;
  };
  const world = stackWorld((inner) => ({
    'application-autoscaling': createApplicationAutoScaling(inner),
    autoscaling: createAutoScaling(inner),
    cloudwatch: createCloudWatch(inner),
    ec2: createEc2(inner),
    ecs: keep(createEcs(inner, { driver: noneDriver({ clock: inner.clock, outcomes }) })),
    elbv2: keep(createElb(inner)),
    sts: createSts(inner),
  }));
  return {
    ...world,
    stop: async () => {
      for (const service of started) await service.stop?.();
    },
  };
}
