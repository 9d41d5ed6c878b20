import type { Attribute, ContainerDefinition, TaskDefinition } from '../../../shapes/ecs.d.ts';

type Definition = Pick<
  TaskDefinition,
  'containerDefinitions' | 'networkMode' | 'cpu' | 'memory' | 'taskRoleArn' | 'executionRoleArn'
>;

const CAPABILITY = 'com.amazonaws.ecs.capability.';
const docker = (minor: number): string => `${CAPABILITY}docker-remote-api.1.${minor}`;
const isEcr = ({ image }: ContainerDefinition): boolean => /\.dkr\.ecr\.[\w-]+\.amazonaws\.com/.test(image ?? '');

/** Which container instances can run it: those that have all these attributes, which the agent registers. */
export function requiredAttributes(definition: Definition): Attribute[] {
  const containers = definition.containerDefinitions ?? [];
  const some = (test: (container: ContainerDefinition) => boolean): boolean => containers.some(test);
  const drivers = new Set(containers.flatMap(({ logConfiguration }) => logConfiguration?.logDriver ?? []));
  const withRole = definition.executionRoleArn !== undefined;
  const names = [
    ...[...drivers].map((driver) => `${CAPABILITY}logging-driver.${driver}`),
    ...(withRole && drivers.has('awslogs') ? ['ecs.capability.execution-role-awslogs'] : []),
    ...(some(isEcr) ? [`${CAPABILITY}ecr-auth`] : []),
    ...(withRole && some(isEcr) ? ['ecs.capability.execution-role-ecr-pull'] : []),
    ...(drivers.size > 0 || some(isEcr) ? [docker(19)] : []),
    ...(some(({ memoryReservation }) => memoryReservation !== undefined) ? [docker(21)] : []),
    ...(definition.taskRoleArn ? [`${CAPABILITY}task-iam-role`] : []),
    ...(definition.networkMode === 'awsvpc' ? [docker(18), 'ecs.capability.task-eni'] : []),
    ...(definition.cpu || definition.memory ? ['ecs.capability.task-cpu-mem-limit'] : []),
    ...(some(({ healthCheck }) => healthCheck !== undefined)
      ? [docker(24), 'ecs.capability.container-health-check']
      : []),
    ...(some(({ dependsOn }) => (dependsOn?.length ?? 0) > 0) ? ['ecs.capability.container-ordering'] : []),
    ...(some(({ linuxParameters }) => linuxParameters?.initProcessEnabled === true) ? [docker(25)] : []),
    ...(some(({ privileged }) => privileged === true) ? [`${CAPABILITY}privileged-container`] : []),
    ...(some(({ secrets }) => secrets?.some(isParameter) === true)
      ? ['ecs.capability.secrets.ssm.environment-variables']
      : []),
    ...(some(({ secrets }) => secrets?.some((secret) => !isParameter(secret)) === true)
      ? ['ecs.capability.secrets.asm.environment-variables']
      : []),
  ];
  return [...new Set(names)].map((name) => ({ name }));
}

const isParameter = ({ valueFrom }: { readonly valueFrom: string }): boolean =>
  !valueFrom.startsWith('arn:aws:secretsmanager:');

/** Where it could run, as far as its network mode and its size say. */
export function compatibilitiesOf(definition: Definition): NonNullable<TaskDefinition['compatibilities']> {
  if (definition.networkMode !== 'awsvpc') return ['EXTERNAL', 'EC2'];
  return definition.cpu !== undefined && definition.memory !== undefined ? ['EC2', 'FARGATE'] : ['EC2'];
}
