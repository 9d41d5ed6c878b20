/** What an agent does with one task, as the control plane can influence it. */
export interface TaskRun {
  /** The stop signal, then after each container's stopTimeout SIGKILL. */
  stop(): void;
  /** The host is gone: everything ends at once, and nobody reports exit codes. */
  kill(): void;
}
