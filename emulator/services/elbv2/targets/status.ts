import type { TargetHealth } from '../../../shapes/elbv2.d.ts';
import type { Failure } from '../health/state.ts';
import type { Target } from './target.ts';

/** Where a target stands towards the load balancer that uses its group. */
export type Standing = 'not-in-use' | 'other-zone' | 'invalid-state' | 'draining' | 'registering' | 'serving';

export interface Surroundings {
  /** Whether a rule of a listener forwards to the group. */
  readonly used: boolean;
  /** The zones of that load balancer. */
  readonly zones: readonly string[];
}

export function standingOf(target: Target, { used, zones }: Surroundings): Standing {
  if (target.draining) return 'draining';
  if (!used) return 'not-in-use';
  if (!target.running) return 'invalid-state';
  if (!zones.includes(target.zone)) return 'other-zone';
  return target.registered ? 'serving' : 'registering';
}

/**
 * The answer of DescribeTargetHealth, in AWS's words. Source: API reference, TargetHealth; texts as the API answers
 * them.
 */
export function describeStatus(target: Target, surroundings: Surroundings): TargetHealth {
  switch (standingOf(target, surroundings)) {
    case 'not-in-use':
      return {
        State: 'unused',
        Reason: 'Target.NotInUse',
        Description: 'Target group is not configured to receive traffic from the load balancer',
      };
    case 'other-zone':
      return {
        State: 'unused',
        Reason: 'Target.NotInUse',
        Description: 'Target is in an Availability Zone that is not enabled for the load balancer',
      };
    case 'invalid-state':
      return { State: 'unused', Reason: 'Target.InvalidState', Description: 'Target is in the terminated state' };
    case 'draining':
      return {
        State: 'draining',
        Reason: 'Target.DeregistrationInProgress',
        Description: 'Target deregistration is in progress',
      };
    case 'registering':
      return {
        State: 'initial',
        Reason: 'Elb.RegistrationInProgress',
        Description: 'Target registration is in progress',
      };
    case 'serving':
      return describeHealth(target);
  }
}

export const NOT_REGISTERED: TargetHealth = {
  State: 'unused',
  Reason: 'Target.NotRegistered',
  Description: 'Target is not registered to the target group',
};

function describeHealth({ health }: Target): TargetHealth {
  switch (health.state) {
    case 'initial':
      return {
        State: 'initial',
        Reason: 'Elb.InitialHealthChecking',
        Description: 'Initial health checks in progress',
      };
    case 'healthy':
      return { State: 'healthy' };
    case 'unhealthy':
      return { State: 'unhealthy', ...describeFailure(health.failure) };
  }
}

function describeFailure(failure: Failure): Pick<TargetHealth, 'Reason' | 'Description'> {
  switch (failure.kind) {
    case 'mismatch':
      return {
        Reason: 'Target.ResponseCodeMismatch',
        Description: `Health checks failed with these codes: [${failure.code}]`,
      };
    case 'timeout':
      return { Reason: 'Target.Timeout', Description: 'Request timed out' };
    case 'failed':
      return { Reason: 'Target.FailedHealthChecks', Description: 'Health checks failed' };
  }
}
