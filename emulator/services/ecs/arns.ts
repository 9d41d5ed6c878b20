import type { World } from '../../core/world.ts';

/** ARNs in the long format, which is the only one that AWS has made since 2021. */
export const clusterArn = (world: World, cluster: string): string => arn(world, `cluster/${cluster}`);
export const serviceArn = (world: World, cluster: string, service: string): string =>
  arn(world, `service/${cluster}/${service}`);
export const taskArn = (world: World, cluster: string, id: string): string => arn(world, `task/${cluster}/${id}`);
export const containerArn = (world: World, cluster: string, taskId: string, id: string): string =>
  arn(world, `container/${cluster}/${taskId}/${id}`);
export const containerInstanceArn = (world: World, cluster: string, id: string): string =>
  arn(world, `container-instance/${cluster}/${id}`);
export const taskDefinitionArn = (world: World, family: string, revision: number): string =>
  arn(world, `task-definition/${family}:${revision}`);
export const capacityProviderArn = (world: World, name: string): string => arn(world, `capacity-provider/${name}`);
export const serviceDeploymentArn = (world: World, cluster: string, service: string, id: string): string =>
  arn(world, `service-deployment/${cluster}/${service}/${id}`);
export const serviceRevisionArn = (world: World, cluster: string, service: string, id: string): string =>
  arn(world, `service-revision/${cluster}/${service}/${id}`);

const arn = ({ region, account }: World, resource: string): string => `arn:aws:ecs:${region}:${account}:${resource}`;

/** The parts after the type: `service/c/s` gives ['c', 's']; a plain name gives [name]. */
export function resourceParts(reference: string): string[] {
  if (!reference.startsWith('arn:')) return [reference];
  return reference.split(':').slice(5).join(':').split('/').slice(1);
}

export const lastPart = (reference: string): string => resourceParts(reference).at(-1) ?? reference;
