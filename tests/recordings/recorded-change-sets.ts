import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DescribeChangeSetOutput } from '@aws-sdk/client-cloudformation';

/** A change set as AWS described it: always without property values, and with them where they were asked for. */
export interface RecordedChangeSet {
  readonly name: string;
  readonly plain: DescribeChangeSetOutput;
  readonly valued: DescribeChangeSetOutput | undefined;
}

interface Recording {
  readonly 'recorded-content': Readonly<Record<string, unknown>>;
}

const WITH_VALUES = '-prop-values';

/** Every change set in the recordings of a folder. */
export function recordedChangeSets(folder: string): readonly RecordedChangeSet[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.snapshot.json'));
  return files.sort().flatMap((file) => {
    const recordings: Readonly<Record<string, Recording>> = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    return Object.entries(recordings).flatMap(([test, { 'recorded-content': content }]) => {
      const found = new Map(
        Object.entries(content).flatMap(([step, answer]) => (isChangeSet(answer) ? [[step, answer] as const] : [])),
      );
      return [...found].flatMap(([step, plain]) =>
        step.endsWith(WITH_VALUES)
          ? []
          : [
              {
                name: `${test.split('::').at(-1)} ${step}`,
                plain,
                valued: onTheWire(found.get(`${step}${WITH_VALUES}`)),
              },
            ],
      );
    });
  });
}

function isChangeSet(answer: unknown): answer is DescribeChangeSetOutput {
  return typeof answer === 'object' && answer !== null && 'ChangeSetId' in answer && 'Changes' in answer;
}

/** The recordings hold contexts parsed; AWS sends them as text. */
function onTheWire(valued: DescribeChangeSetOutput | undefined): DescribeChangeSetOutput | undefined {
  return (
    valued && {
      ...valued,
      Changes: valued.Changes?.map(({ ResourceChange: change, ...rest }) => ({
        ...rest,
        ResourceChange: change && {
          ...change,
          BeforeContext: change.BeforeContext && JSON.stringify(change.BeforeContext),
          AfterContext: change.AfterContext && JSON.stringify(change.AfterContext),
        },
      })),
    }
  );
}
