import type { World } from '../../core/world.ts';
import type { TaskDriver } from '../../drivers/driver.ts';
import type { FunctionRunner } from '../../drivers/functions.ts';
import type { TaskRun } from './agent/task-run.ts';
import type { EcsState } from './state.ts';

/** What every part of the emulated ECS works with. */
export interface Ecs {
  readonly world: World;
  readonly driver: TaskDriver;
  readonly functions: FunctionRunner;
  readonly state: EcsState;
  /** What agents have in hand, by task id. */
  readonly runs: Map<string, TaskRun>;
  /** What runs on where ECS has lost sight of it, by EC2 instance id. */
  readonly orphans: Map<string, TaskRun[]>;
}
