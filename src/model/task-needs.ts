/** What a task takes of a container instance. */
export interface TaskNeeds {
  /** CPU units, 1024 to a vCPU. */
  readonly cpu: number;
  readonly memoryMiB: number;
  /** Static host ports. */
  readonly hostPorts: readonly number[];
  /** Expressions of `memberOf` constraints, the task definition's and the service's. */
  readonly memberOf: readonly string[];
}
