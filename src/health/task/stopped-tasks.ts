import type { ContainerView, TaskView } from '../../model/service-views.ts';

/** What kind of thing ended a task (stopCode, stoppedReason and the containers' reasons; aws-facts §1.9). */
export type StopCause =
  | 'image'
  | 'memory'
  | 'exit'
  | 'target-health'
  | 'container-health'
  | 'start'
  | 'instance'
  | 'other';

export interface StopGroup {
  readonly cause: StopCause;
  /** One sentence without a full stop. */
  readonly text: string;
  readonly tasks: readonly TaskView[];
}

/** Tasks that stopped for the same reason, most frequent first; those that ECS merely replaced are left out. */
export function groupStops(tasks: readonly TaskView[]): readonly StopGroup[] {
  const groups = Map.groupBy(
    tasks.filter((task) => !isReplaced(task)),
    (task) => explainStop(task).text,
  );
  return [...groups]
    .map(([text, members]) => ({ cause: causeOf(members), text, tasks: members }))
    .toSorted((a, b) => b.tasks.length - a.tasks.length);
}

/** A rollout, a rollback and scaling stop healthy tasks too; that is no failure. */
export function isReplaced({ stoppedReason = '' }: TaskView): boolean {
  return stoppedReason.startsWith('Scaling activity initiated by');
}

export function explainStop(task: TaskView): Omit<StopGroup, 'tasks'> {
  const { stopCode, stoppedReason = '', containers } = task;
  const withReason = (pattern: RegExp): ContainerView | undefined =>
    containers.find(({ reason }) => reason !== undefined && pattern.test(reason));
  const unpulled = withReason(PULL);
  if (unpulled)
    return { cause: 'image', text: `the image of container ${unpulled.name} cannot be pulled: ${unpulled.reason}` };
  if (PULL.test(stoppedReason)) return { cause: 'image', text: `an image cannot be pulled: ${stoppedReason}` };
  const killed = withReason(/OutOfMemory/);
  if (killed) return { cause: 'memory', text: `container ${killed.name} runs out of memory: ${killed.reason}` };
  if (/ELB health checks/.test(stoppedReason)) return { cause: 'target-health', text: stoppedReason };
  if (/container health checks/.test(stoppedReason)) return { cause: 'container-health', text: containerHealth(task) };
  const ended = stopCode === 'EssentialContainerExited' ? culprit(containers) : undefined;
  if (ended)
    return { cause: 'exit', text: `container ${ended.name} exits with code ${ended.exitCode}${exitText(ended)}` };
  const reason = [stoppedReason, ...containers.map((container) => container.reason ?? '')].find(Boolean);
  const text = withoutIds(reason ?? stopCode ?? 'ECS gives no reason');
  switch (stopCode) {
    case 'TaskFailedToStart':
      return { cause: 'start', text };
    case 'SpotInterruption':
    case 'TerminationNotice':
    case 'InfrastructureHealth':
      return { cause: 'instance', text };
    default:
      return { cause: 'other', text };
  }
}

const PULL = /CannotPull/;

function causeOf(tasks: readonly TaskView[]): StopCause {
  const [first] = tasks;
  return first ? explainStop(first).cause : 'other';
}

/** The container whose end ended the task: the others are then killed (137) or told to stop (143). */
function culprit(containers: readonly ContainerView[]): ContainerView | undefined {
  const rank = ({ exitCode }: ContainerView): number => {
    if (exitCode === 137 || exitCode === 143) return 2;
    return exitCode === 0 ? 1 : 0;
  };
  return containers.filter(({ exitCode }) => exitCode !== undefined).toSorted((a, b) => rank(a) - rank(b))[0];
}

function exitText({ exitCode, reason }: ContainerView): string {
  if (reason) return ` (${reason})`;
  switch (exitCode) {
    case 0:
      return ', which ends the task, since the container is essential';
    case 137:
      return ' (killed)';
    case 139:
      return ' (segmentation fault)';
    default:
      return '';
  }
}

function containerHealth({ containers, stoppedReason = '' }: TaskView): string {
  return containers.length === 1 ? `container ${containers[0]?.name} fails its own health check` : stoppedReason;
}

function withoutIds(text: string): string {
  return text.replace(/[0-9a-f]{32}/g, '…');
}
