import type { Service, World } from '../../core/world.ts';
import type { TaskDriver } from '../../drivers/driver.ts';
import { type FunctionRunner, noFunctions } from '../../drivers/functions.ts';
import { startAgents } from './agent/boot.ts';
import { startManagedDraining } from './capacity/draining.ts';
import { startManagedScaling } from './capacity/managed-scaling.ts';
import type { Ecs } from './context.ts';
import { startServiceMetrics } from './metrics/service-metrics.ts';
import { capacityProviderReadOperations } from './operations/capacity-provider-reads.ts';
import { capacityProviderOperations } from './operations/capacity-providers.ts';
import { clusterReadOperations } from './operations/cluster-reads.ts';
import { clusterOperations } from './operations/clusters.ts';
import { containerInstanceReadOperations } from './operations/container-instance-reads.ts';
import { containerInstanceOperations } from './operations/container-instances.ts';
import { createServiceOperation } from './operations/create-service.ts';
import { deleteTaskDefinitionsOperation } from './operations/delete-task-definitions.ts';
import { serviceDeploymentOperations } from './operations/service-deployments.ts';
import { serviceOperations } from './operations/services.ts';
import { tagOperations } from './operations/tags.ts';
import { taskDefinitionListOperations } from './operations/task-definition-lists.ts';
import { taskDefinitionOperations } from './operations/task-definitions.ts';
import { taskReadOperations } from './operations/task-reads.ts';
import { taskOperations } from './operations/tasks.ts';
import { updateServiceOperation } from './operations/update-service.ts';
import { emptyState } from './state.ts';

export interface EcsOptions {
  /** Runs its tasks' containers. */
  readonly driver: TaskDriver;
  /** Runs the functions that lifecycle hooks name; by default there are none. */
  readonly functions?: FunctionRunner | undefined;
}

/** The emulated ECS. */
export function createService(world: World, { driver, functions = noFunctions }: EcsOptions): Service {
  const ecs: Ecs = { world, driver, functions, state: emptyState(), runs: new Map(), orphans: new Map() };
  startAgents(ecs);
  startManagedDraining(ecs);
  const ends = [startManagedScaling(ecs), startServiceMetrics(ecs)];
  return {
    operations: {
      ...clusterOperations(ecs),
      ...clusterReadOperations(ecs),
      ...taskDefinitionOperations(ecs),
      ...taskDefinitionListOperations(ecs),
      ...deleteTaskDefinitionsOperation(ecs),
      ...createServiceOperation(ecs),
      ...updateServiceOperation(ecs),
      ...serviceOperations(ecs),
      ...serviceDeploymentOperations(ecs),
      ...taskOperations(ecs),
      ...taskReadOperations(ecs),
      ...containerInstanceOperations(ecs),
      ...containerInstanceReadOperations(ecs),
      ...capacityProviderOperations(ecs),
      ...capacityProviderReadOperations(ecs),
      ...tagOperations(ecs),
    },
    stop: async () => {
      for (const end of ends) end();
      await Promise.all([driver.stop(), functions.stop()]);
    },
  };
}
