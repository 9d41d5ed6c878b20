import type { Random } from './random.ts';

/**
 * How long AWS takes, in emulated milliseconds: [shortest, longest]. One table, so that scaled time means something.
 * `est` marks what AWS does not document and nobody published a measurement of.
 */
export const LATENCIES = {
  /** CreateChangeSet until CREATE_COMPLETE or FAILED (est; a few seconds as seen by every tool that polls for it). */
  'change-set': [2_000, 4_000],
  /** Between two steps of a stack operation (est). */
  'stack-step': [300, 1_000],
  /** AWS::IAM::Role as CloudFormation creates it (est 15–20 s). */
  'iam-role': [15_000, 20_000],
  /** AWS::IAM::InstanceProfile, propagation included (est, about two minutes with CloudFormation). */
  'iam-instance-profile': [60_000, 120_000],
  /** A role until services can assume it (est 10–20 s). */
  'iam-propagation': [8_000, 15_000],
  'security-group': [3_000, 5_000],
  /**
   * A certificate that is validated by DNS, its record being there at once, until ISSUED (est; AWS says up to 30
   * minutes).
   */
  'certificate-validation': [120_000, 300_000],
  /** CreateLoadBalancer until `active` (est 120–180 s). */
  'load-balancer-active': [120_000, 180_000],
  /** DNS name until it answers, after `active` (est 0–60 s; zero here: the name is resolved on loopback). */
  'target-group': [5_000, 10_000],
  listener: [1_000, 2_000],
  'launch-template': [3_000, 5_000],
  'capacity-provider': [5_000, 10_000],
  /** Any other resource type under CloudFormation (est). */
  'resource-default': [1_000, 3_000],
  /** RunInstances until `running` (est). */
  'instance-running': [12_000, 20_000],
  /** `running` until the ECS agent has registered (est 60–120 s after launch). */
  'agent-registration': [45_000, 75_000],
  'instance-terminated': [20_000, 40_000],
  /** AttachNetworkInterface until `attached` (est). */
  'interface-attached': [1_500, 3_000],
  'interface-detached': [1_000, 3_000],
  /** An attached interface until the ECS agent has found it and told ECS (est; 5–10 s with the attaching itself). */
  'interface-acknowledged': [3_500, 7_000],
  /** A group's capacity off its desired capacity, until Auto Scaling acts (est). */
  'auto-scaling-reaction': [1_000, 5_000],
  /** An instance stopped or terminated by others, until its group's health check notices (est). */
  'auto-scaling-health-check': [20_000, 60_000],
  /** A launch that failed, until the group tries again (est). */
  'auto-scaling-launch-retry': [30_000, 60_000],
  /** An alarm's action or a scalable target's new bounds, until Application Auto Scaling acts (est). */
  'application-auto-scaling-reaction': [1_000, 3_000],
  /**
   * One round of the ECS service scheduler (est from the aws-facts timeline: 3–10 s to start tasks, 5–15 s to notice
   * health).
   */
  'ecs-scheduler-round': [3_000, 5_000],
  /** A small image from ECR that the instance does not have (aws-facts: 5–15 s; 10–60 s for a large one). */
  'image-pull': [5_000, 15_000],
  /** Images that the instance has: the agent still asks the registry (aws-facts: 0–3 s). */
  'image-pull-cached': [500, 3_000],
  /** PENDING to RUNNING after the pull (est). */
  'container-start': [1_000, 2_000],
  /** RUNNING until ECS has called RegisterTargets (est; 18 s were seen on Fargate). */
  'target-registration': [5_000, 15_000],
  /** A registered target until its first health check. */
  'target-initial': [500, 1_500],
  /**
   * A task chosen to be stopped until ECS has called DeregisterTargets (1.5 s and 10 s in two published event logs).
   */
  'target-deregistration': [1_000, 6_000],
  /** Target `unused` until ECS notices and sends the stop signal. */
  'drain-noticed': [2_000, 5_000],
  /** The last container's exit until its task is STOPPED (est). */
  'task-deprovisioning': [500, 1_500],
  /** A deployment made until the read APIs show its service deployment (other tools allow 3–10 s). */
  'service-deployment-visible': [500, 4_000],
  /** All conditions met until the deployment is SUCCESSFUL (est). */
  'deployment-completion': [5_000, 15_000],
  /** A metric's datapoint until it can be read (ECS service metrics are one minute apart). */
  'metric-delay': [5_000, 10_000],
  /** PutLogEvents until the events can be read (est; a few seconds at most). */
  'log-ingestion': [500, 2_000],
} as const satisfies Record<string, readonly [number, number]>;

export type LatencyName = keyof typeof LATENCIES;

/** Draws one latency, uniform within its range. */
export function drawLatency(name: LatencyName, random: Random): number {
  const [low, high] = LATENCIES[name];
  return low + random.next() * (high - low);
}
