import { arnName } from '../../model/arn.ts';
import { type Json, type JsonObject, objectOf } from '../../model/json.ts';
import { containersOf } from '../../plan/task-definition/task-definition-images.ts';
import type { DiagnosePorts } from './rollout-evidence.ts';

const LINES = 20;

/** Shows the last lines of a task's containers, as far as their log driver is awslogs. Best effort: never throws. */
export async function showContainerLogs(
  taskArn: string,
  definition: JsonObject,
  { logs, progress }: Pick<DiagnosePorts, 'logs' | 'progress'>,
): Promise<void> {
  const taskId = arnName(taskArn);
  await Promise.all(
    logStreams(definition, taskId).map(async ({ container, group, stream }) => {
      const source = `${container} of task ${taskId}`;
      try {
        const lines = await logs.tail(group, stream, LINES);
        if (lines.length > 0) progress.emit({ kind: 'log-lines', source, lines });
      } catch (error) {
        progress.emit({ kind: 'warning', message: `Cannot read the log of ${source}: ${error}` });
      }
    }),
  );
}

interface LogStream {
  readonly container: string;
  readonly group: string;
  readonly stream: string;
}

/**
 * The agent names a stream `<prefix>/<container>/<task id>`; without a prefix it is Docker's id, which only the
 * instance knows.
 */
export function logStreams(definition: JsonObject, taskId: string): readonly LogStream[] {
  return containersOf(definition).flatMap(({ name, logConfiguration }) => {
    const options = member(logConfiguration, 'options');
    const group = member(options, 'awslogs-group');
    const prefix = member(options, 'awslogs-stream-prefix');
    if (member(logConfiguration, 'logDriver') !== 'awslogs' || !group || !prefix) return [];
    return [{ container: String(name), group: String(group), stream: `${prefix}/${name}/${taskId}` }];
  });
}

function member(value: Json | undefined, name: string): Json | undefined {
  return objectOf(value)[name];
}
