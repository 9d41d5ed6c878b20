import type {
  DescribeServiceDeploymentsResponse,
  ListServiceDeploymentsResponse,
  ServiceDeployment,
} from '../../../shapes/ecs.d.ts';
import type { EcsWorld } from './world.ts';

/**
 * Event messages without what differs from run to run: ids become <task>, <deployment>, <instance>, the target group's
 * ARN <tg>.
 */
export const plain = (messages: readonly string[]): string[] =>
  messages.map((message) =>
    message
      .replace(/\(task [0-9a-f]{32}\)/g, '(task <task>)')
      .replace(/ecs-svc\/\d{19}/g, '<deployment>')
      .replace(/i-\d{17}/g, '<instance>')
      .replace(/\(container-instance [0-9a-f]{32}\)/g, '(container-instance <id>)')
      .replace(/\(target-group arn:[^)]*\)/g, '(target-group <tg>)'),
  );

/** The service's newest deployments, with all that DescribeServiceDeployments says. */
export async function serviceDeployments(ecs: EcsWorld): Promise<ServiceDeployment[]> {
  const { serviceDeployments: briefs = [] } = await ecs.call<ListServiceDeploymentsResponse>('ListServiceDeployments', {
    cluster: 'c',
    service: 's',
  });
  const serviceDeploymentArns = briefs.flatMap(({ serviceDeploymentArn }) => serviceDeploymentArn ?? []);
  const { serviceDeployments: found } = await ecs.call<DescribeServiceDeploymentsResponse>(
    'DescribeServiceDeployments',
    {
      serviceDeploymentArns,
    },
  );
  return found ?? [];
}

/** A service `s` with two tasks of `app:v1` on two instances in two zones, steady. */
export async function steadyService(ecs: EcsWorld, more: Parameters<EcsWorld['create']>[0] = {}): Promise<void> {
  await ecs.addInstance('ap-northeast-1a');
  await ecs.addInstance('ap-northeast-1c');
  await ecs.register({ image: 'app:v1' });
  await ecs.create(more);
  await ecs.advance(90_000);
}

/** Registers another image and asks for it. */
export async function deploy(ecs: EcsWorld, image: string, more: object = {}): Promise<void> {
  await ecs.register({ image });
  await ecs.call('UpdateService', { cluster: 'c', service: 's', taskDefinition: 'f', ...more });
}
