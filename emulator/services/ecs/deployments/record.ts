import type { ServiceDeployment, ServiceRevisionSummary } from '../../../shapes/ecs.d.ts';
import type { FilledDeploymentConfiguration } from '../scheduler/record.ts';
import type { ShiftRecord } from './shifting/record.ts';

type Status = NonNullable<ServiceDeployment['status']>;

export interface ServiceDeploymentRecord {
  readonly arn: string;
  readonly serviceArn: string;
  readonly serviceName: string;
  readonly clusterName: string;
  readonly clusterArn: string;
  /** The deployment in DescribeServices that carries it out. */
  readonly deploymentId: string;
  readonly targetRevisionArn: string;
  /** The deployments that it replaces, with the revisions of which tasks ran when it was made. */
  readonly sources: readonly SourceRevision[];
  readonly configuration: FilledDeploymentConfiguration;
  readonly createdAt: number;
  /** Before this the read APIs do not show it. */
  readonly visibleAt: number;
  startedAt: number | undefined;
  finishedAt: number | undefined;
  stoppedAt: number | undefined;
  updatedAt: number;
  status: Status;
  statusReason: string | undefined;
  rollback: { readonly reason: string; readonly startedAt: number; readonly revisionArn: string } | undefined;
  breaker: BreakerState;
  alarms: AlarmState;
  /** Set once a deployment that shifts traffic knows the way. */
  shift: ShiftRecord | undefined;
  /** Since when only the bake time is missing. */
  bakingSince: number | undefined;
  /** The counts as they were at its end. */
  frozen: { readonly target: ServiceRevisionSummary; readonly sources: ServiceRevisionSummary[] } | undefined;
}

export interface SourceRevision {
  readonly arn: string;
  readonly deploymentId: string;
  /** The one that a rollback returns to. */
  readonly serving: boolean;
}

export interface BreakerState {
  status: 'DISABLED' | 'MONITORING' | 'MONITORING_COMPLETE' | 'TRIGGERED';
  failureCount: number;
  threshold: number;
}

export interface AlarmState {
  status: 'DISABLED' | 'MONITORING' | 'MONITORING_COMPLETE' | 'TRIGGERED';
  readonly names: readonly string[];
  triggered: readonly string[];
  /** The first look at the alarms is over. */
  examined: boolean;
}

const FINAL: readonly Status[] = ['SUCCESSFUL', 'STOPPED', 'ROLLBACK_SUCCESSFUL', 'ROLLBACK_FAILED'];
export const isFinal = ({ status }: { readonly status: Status }): boolean => FINAL.includes(status);
