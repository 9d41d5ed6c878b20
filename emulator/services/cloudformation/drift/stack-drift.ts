import type {
  DescribeStackDriftDetectionStatusOutput,
  StackDriftInformation,
  StackResourceDrift,
  StackResourceDriftInformation,
} from '../../../shapes/cloudformation.d.ts';

/** One run of drift detection over a stack, as it is described while it goes on and afterwards. */
export type DriftDetection = DescribeStackDriftDetectionStatusOutput;

/** What is known of a stack's drift, until its next update makes it old. */
export interface StackDrift {
  status: StackDriftInformation['StackDriftStatus'];
  checkedAt: number | undefined;
  /** Of the resources whose drift can be detected, by logical id. */
  readonly reports: Map<string, StackResourceDrift>;
}

export function unchecked(): StackDrift {
  return { status: 'NOT_CHECKED', checkedAt: undefined, reports: new Map() };
}

export function stackDriftInformation({ status, checkedAt }: StackDrift): StackDriftInformation {
  return { StackDriftStatus: status, LastCheckTimestamp: checkedAt };
}

export function resourceDriftInformation({ reports }: StackDrift, logicalId: string): StackResourceDriftInformation {
  const report = reports.get(logicalId);
  return {
    StackResourceDriftStatus: report?.StackResourceDriftStatus ?? 'NOT_CHECKED',
    LastCheckTimestamp: report?.Timestamp,
  };
}
