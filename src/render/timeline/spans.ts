import { awaitedHook } from '../../health/service/pause.ts';
import { isReplaced } from '../../health/task/stopped-tasks.ts';
import { arnName, revisionName } from '../../model/arn.ts';
import { primaryOf, type ServiceDeploymentView, type TaskView } from '../../model/service-views.ts';
import type { Span } from '../../model/span.ts';
import { clockOffsetMs } from './clock-offset.ts';
import type { TimedEvent } from './timed-event.ts';

/**
 * What of a run's events took time: its phases, the states of each deployment, and the life of each task. Empty where
 * nothing rolled.
 */
export function spansOf(events: readonly TimedEvent[], endedAt: number): readonly Span[] {
  const offset = clockOffsetMs(events);
  const shifted = events.map(({ at, event }) => ({ at: at - offset, event }));
  const end = endedAt - offset;
  const rolled = [...deployments(shifted, end), ...tasks(shifted, end)];
  return rolled.length === 0 ? [] : [...phases(shifted, end), ...rolled];
}

function phases(events: readonly TimedEvent[], end: number): readonly Span[] {
  const titles = events.flatMap(({ at, event }) => (event.kind === 'phase' ? [{ at, title: event.title }] : []));
  return titles.map(({ at, title }, index) => ({
    section: 'Run',
    label: title,
    startMs: at,
    endMs: titles[index + 1]?.at ?? end,
    mark: 'done',
  }));
}

interface Stage {
  readonly service: string;
  readonly at: number;
  readonly text: string;
}

function deployments(events: readonly TimedEvent[], end: number): readonly Span[] {
  const stages = events.flatMap(({ at, event }): readonly Stage[] => {
    if (event.kind !== 'rollout') return [];
    const primary = primaryOf(event.view);
    const state = event.deployment?.status ?? listedState(primary?.rolloutState);
    const revision = primary && revisionName(primary.taskDefinition);
    const text = [revision, state, event.deployment && stageText(event.deployment)].filter(Boolean).join(' ');
    return [{ service: event.service, at, text }];
  });
  return [...Map.groupBy(stages, ({ service }) => service)].flatMap(([service, all]) => {
    const changes = all.filter(({ text }, index) => text !== all[index - 1]?.text);
    return changes.map(({ at, text }, index): Span => {
      const next = changes[index + 1]?.at ?? endOfUnit(events, service) ?? end;
      const mark = /ROLLBACK|STOP|FAILED/.test(text) ? 'failed' : 'done';
      return { section: `Deployment of ${service}`, label: text, startMs: at, endMs: Math.max(at, next), mark };
    });
  });
}

/** A stage with the share of the traffic that it has reached; a wait for an answer is one of its own. */
function stageText(deployment: ServiceDeploymentView): string | undefined {
  const { lifecycleStage, productionTrafficPercent } = deployment;
  if (!lifecycleStage) return undefined;
  const share = productionTrafficPercent === undefined ? '' : ` ${productionTrafficPercent} percent`;
  return `${lifecycleStage}${share}${awaitedHook(deployment) ? ' waits for an answer' : ''}`;
}

/** Until ECS lists the service deployment, what DescribeServices calls IN_PROGRESS is not yet more than asked for. */
function listedState(rolloutState: string | undefined): string | undefined {
  return rolloutState === 'IN_PROGRESS' ? 'PENDING' : rolloutState;
}

function endOfUnit(events: readonly TimedEvent[], service: string): number | undefined {
  return events.findLast(({ event }) => event.kind === 'outcome' && event.unit.endsWith(`/${service}`))?.at;
}

interface SeenTask {
  readonly service: string;
  readonly task: TaskView;
  /** Its end was the aim, and it was reached. */
  readonly isWell: boolean;
}

function tasks(events: readonly TimedEvent[], end: number): readonly Span[] {
  const byArn = new Map<string, SeenTask>();
  for (const { event } of events) {
    if (event.kind === 'task-ended') byArn.set(event.task.arn, event);
    if (event.kind !== 'tasks') continue;
    for (const task of event.tasks) byArn.set(task.arn, { service: event.service, task, isWell: false });
  }
  return [...byArn.values()]
    .toSorted((a, b) => (a.task.createdAt ?? 0) - (b.task.createdAt ?? 0))
    .flatMap((seen) => taskSpans(seen, end));
}

function taskSpans({ service, task, isWell }: SeenTask, end: number): readonly Span[] {
  const section = `Tasks of ${service}`;
  const { arn, taskDefinition, createdAt, startedAt, stoppedAt, desiredStatus } = task;
  const name = `task ${arnName(arn).slice(0, 8)} of ${revisionName(taskDefinition)}`;
  const isStopped = desiredStatus === 'STOPPED';
  const last = stoppedAt ?? end;
  const mark = isStopped ? (isWell || isReplaced(task) ? 'done' : 'failed') : 'going-on';
  const begins: Span[] =
    createdAt === undefined
      ? []
      : [
          {
            section,
            label: `${name} starts`,
            startMs: createdAt,
            endMs: startedAt ?? last,
            mark: startedAt ? 'done' : mark,
          },
        ];
  if (startedAt === undefined) return begins;
  return [...begins, { section, label: `${name} runs`, startMs: startedAt, endMs: Math.max(startedAt, last), mark }];
}
