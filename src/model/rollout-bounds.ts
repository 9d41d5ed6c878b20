import { type JsonObject, objectOf } from './json.ts';

/** The bounds in a deployment configuration, as percentages of the desired count. */
export interface RolloutPercents {
  readonly minimumHealthyPercent: number;
  readonly maximumPercent: number;
}

/** ECS's own, for what a configuration leaves out. */
export const DEFAULT_PERCENTS: RolloutPercents = { minimumHealthyPercent: 100, maximumPercent: 200 };

/** `settings` are CreateService's members, or DescribeServices'. */
export function percentsOf({ deploymentConfiguration }: JsonObject): RolloutPercents {
  const stated = objectOf(deploymentConfiguration);
  return {
    minimumHealthyPercent: Number(stated['minimumHealthyPercent'] ?? DEFAULT_PERCENTS.minimumHealthyPercent),
    maximumPercent: Number(stated['maximumPercent'] ?? DEFAULT_PERCENTS.maximumPercent),
  };
}

/**
 * How many tasks have to stay healthy and how many may run while a service of `tasks` tasks rolls out. ECS rounds the
 * minimum up and the maximum down: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html
 */
export function taskBounds(
  tasks: number,
  { minimumHealthyPercent, maximumPercent }: RolloutPercents,
): { readonly floor: number; readonly ceiling: number } {
  return {
    floor: Math.ceil((tasks * minimumHealthyPercent) / 100),
    ceiling: Math.floor((tasks * maximumPercent) / 100),
  };
}
