import type { Attribute } from '../../../shapes/ecs.d.ts';

const CAPABILITY = 'com.amazonaws.ecs.capability.';

/** What the agent of a current ECS-optimised AMI (Amazon Linux 2023) can do [agent, agent/app/agent_capability.go]. */
export const AGENT_CAPABILITIES: readonly Attribute[] = [
  ...Array.from({ length: 16 }, (_, index) => `${CAPABILITY}docker-remote-api.1.${17 + index}`),
  ...['json-file', 'syslog', 'journald', 'awslogs', 'none'].map((driver) => `${CAPABILITY}logging-driver.${driver}`),
  `${CAPABILITY}ecr-auth`,
  `${CAPABILITY}privileged-container`,
  `${CAPABILITY}task-iam-role`,
  `${CAPABILITY}task-iam-role-network-host`,
  'ecs.capability.container-health-check',
  'ecs.capability.container-ordering',
  'ecs.capability.env-files.s3',
  'ecs.capability.execution-role-awslogs',
  'ecs.capability.execution-role-ecr-pull',
  'ecs.capability.secrets.asm.environment-variables',
  'ecs.capability.secrets.ssm.environment-variables',
  'ecs.capability.task-cpu-mem-limit',
  'ecs.capability.task-eni',
  'ecs.capability.task-eni-block-instance-metadata',
].map((name) => ({ name }));

export const AGENT_VERSION = { agentVersion: '1.99.0', dockerVersion: 'DockerVersion: 25.0.8' };
