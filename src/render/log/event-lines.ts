import { awaitedHook, pauseText, trafficText } from '../../health/service/pause.ts';
import { arnName, revisionName } from '../../model/arn.ts';
import type { ProgressEvent } from '../../model/progress-events.ts';
import type { ServiceDeploymentView, ServiceView } from '../../model/service-views.ts';
import { logText } from '../text.ts';
import { annotation } from './commands.ts';
import { failureLevel } from './event-level.ts';
import { outcomeLines } from './outcome-lines.ts';
import { planLines } from './plan-lines.ts';

/** Lines of the job's log for one event. */
export function eventLines(event: ProgressEvent): readonly string[] {
  switch (event.kind) {
    case 'phase':
      return ['', logText(`▶ ${event.title}`)];
    case 'plan':
      return planLines(event.units);
    case 'stack-event': {
      const { at, logicalId, type, status, reason } = event.event;
      return [
        logText(
          `  ${clockTime(at)} ${status.padEnd(28)} ${logicalId} ${type === STACK ? '' : `(${type})`}${reason ? ` ${reason}` : ''}`,
        ),
      ];
    }
    case 'service-event':
      return [logText(`  ${clockTime(event.event.at)} ${failureLevel(event.event.message)} ${event.event.message}`)];
    case 'rollout':
      return [logText(`  ${event.service}: ${rolloutText(event.view, event.deployment)}`)];
    case 'tasks':
      return [];
    case 'task-stopped': {
      const { arn, stopCode, stoppedReason, containers } = event.task;
      const ends = containers.map(({ name, exitCode, reason }) =>
        `${name} ${exitCode === undefined ? '' : `exit ${exitCode} `}${reason ?? ''}`.trim(),
      );
      return [
        logText(
          `  ✗ task ${arnName(arn)} stopped: ${stoppedReason ?? stopCode ?? 'no reason given'} [${ends.join('; ')}]`,
        ),
      ];
    }
    case 'task-ended': {
      const name = `task ${arnName(event.task.arn)} before the deployment of ${event.service}`;
      return [logText(`  ${event.isWell ? '✓' : '✗'} ${name}: ${event.message}`)];
    }
    case 'targets':
      return event.targets.map(({ id, port, state, description }) =>
        logText(`  target ${id}:${port} ${state}${description ? ` (${description})` : ''}`),
      );
    case 'log-lines':
      return event.lines.map((line) => logText(`  ${event.source} | ${line}`));
    case 'probe':
      return [logText(`  ${event.ok ? '✓' : '✗'} ${event.url} ${event.result}`)];
    case 'waiting':
      return [logText(`  … ${event.subject}: ${event.message}`)];
    case 'wrote':
      return [logText(`  ✎ ${event.what}`)];
    case 'notice':
    case 'warning':
      return [annotation(event.kind, event.message, event.at)];
    case 'outcome':
      return outcomeLines(event.unit, event.outcome);
  }
}

const STACK = 'AWS::CloudFormation::Stack';

function rolloutText(view: ServiceView, deployment: ServiceDeploymentView | undefined): string {
  const hook = deployment && awaitedHook(deployment);
  const stage = [deployment?.status, deployment?.lifecycleStage, deployment && trafficText(deployment)];
  const deployments = view.deployments.map(
    ({ status, taskDefinition, runningCount, desiredCount, pendingCount, failedTasks }) => {
      const failed = failedTasks > 0 ? `, ${failedTasks} failed` : '';
      const revision = revisionName(taskDefinition);
      return `${revision} ${status} ${runningCount}/${desiredCount} running, ${pendingCount} pending${failed}`;
    },
  );
  const pause = hook && `${pauseText(deployment, hook)} (hook ${hook.id})`;
  return [stage.filter(Boolean).join(', '), pause, ...deployments].filter(Boolean).join(' · ');
}

export function clockTime(at: number): string {
  return new Date(at).toISOString().slice(11, 19);
}
