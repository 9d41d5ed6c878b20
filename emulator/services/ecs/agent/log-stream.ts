import { AwsError } from '../../../core/errors.ts';
import type { World } from '../../../core/world.ts';
import { ContainerError } from '../../../drivers/driver.ts';
import type { ContainerRecord, TaskRecord } from '../tasks/record.ts';

/** Where a container's lines go. */
export interface LogStream {
  write(line: string): void;
  /** Sends what is left. */
  close(): Promise<void>;
}

/** Docker's awslogs driver sends a batch every five seconds. */
const BATCH_MS = 5_000;

const NOWHERE: LogStream = { write: () => {}, close: async () => {} };

/**
 * Opens `<prefix>/<container>/<task>` as the awslogs driver does; a missing group is the container's failure to start.
 */
export async function openLogStream(world: World, task: TaskRecord, container: ContainerRecord): Promise<LogStream> {
  const { logConfiguration, name } = container.definition;
  if (logConfiguration?.logDriver !== 'awslogs') return NOWHERE;
  const options = logConfiguration.options ?? {};
  const logGroupName = options['awslogs-group'] ?? '';
  const prefix = options['awslogs-stream-prefix'];
  const logStreamName = prefix === undefined ? container.runtimeId : `${prefix}/${name}/${task.id}`;
  if (options['awslogs-create-group'] === 'true')
    await world.call('logs', 'CreateLogGroup', { logGroupName }).catch(ignoring('ResourceAlreadyExistsException'));
  await world
    .call('logs', 'CreateLogStream', { logGroupName, logStreamName })
    .catch(ignoring('ResourceAlreadyExistsException'))
    .catch((error: AwsError) => {
      throw new ContainerError(
        `Error response from daemon: failed to create task for container: failed to initialize logging driver: failed to create Cloudwatch log stream: operation error CloudWatch Logs: CreateLogStream, https response error StatusCode: ${error.status}, RequestID: ${world.random.uuid()}, ${error.code}: ${error.message}`,
      );
    });
  return batching(world, { logGroupName, logStreamName });
}

function batching(world: World, stream: { readonly logGroupName: string; readonly logStreamName: string }): LogStream {
  let lines: { readonly timestamp: number; readonly message: string }[] = [];
  let timer: (() => void) | undefined;
  const send = async (): Promise<void> => {
    timer?.();
    timer = undefined;
    const logEvents = lines;
    lines = [];
    if (logEvents.length === 0) return;
    // The driver drops what Logs does not take.
    await world.call('logs', 'PutLogEvents', { ...stream, logEvents }).catch(ignoring());
  };
  return {
    write: (message) => {
      // Logs takes no empty messages.
      if (message === '') return;
      lines.push({ timestamp: Math.floor(world.clock.now()), message });
      timer ??= world.clock.after(BATCH_MS, () => world.background(send()));
    },
    close: send,
  };
}

/** Without a code it ignores every answer of AWS, and still no defect of the emulator. */
const ignoring =
  (code?: string) =>
  (error: unknown): void => {
    if (!(error instanceof AwsError) || (code !== undefined && error.code !== code)) throw error;
  };
