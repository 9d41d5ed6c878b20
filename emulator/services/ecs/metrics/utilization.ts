export interface MeasuredTask {
  readonly used: Amounts;
  readonly reserved: Amounts;
}

interface Amounts {
  readonly cpu: number;
  readonly memory: number;
}

/**
 * A service's CPUUtilization and MemoryUtilization in percent: what its tasks use together, divided by what they
 * reserve together; above 100 where tasks take what nobody else of the instance wants [doc service_utilization].
 */
export function utilizationOf(tasks: readonly MeasuredTask[]): Amounts {
  const total = (amount: (task: MeasuredTask) => number): number => tasks.reduce((sum, task) => sum + amount(task), 0);
  const percent = (used: number, reserved: number): number => (reserved > 0 ? (used / reserved) * 100 : 0);
  return {
    cpu: percent(
      total(({ used }) => used.cpu),
      total(({ reserved }) => reserved.cpu),
    ),
    memory: percent(
      total(({ used }) => used.memory),
      total(({ reserved }) => reserved.memory),
    ),
  };
}
