import { AwsError } from '../../../core/errors.ts';
import type { World } from '../../../core/world.ts';
import type { LoadBalancer } from '../../../shapes/ecs.d.ts';
import { readRule } from '../deployments/shifting/rules.ts';
import { groupsOf } from '../deployments/shifting/weights.ts';
import { invalidParameter } from '../refusals.ts';
import type { FilledDeploymentConfiguration } from '../scheduler/record.ts';
import { shiftsTraffic } from '../scheduler/strategies.ts';

type Advanced = NonNullable<LoadBalancer['advancedConfiguration']>;

/**
 * Refuses what a deployment that shifts traffic could not work with, as far as CreateService and UpdateService notice
 * it [doc troubleshooting-blue-green]; the role and the weights are looked at when a deployment starts.
 */
export async function checkAdvanced(
  world: World,
  loadBalancers: readonly LoadBalancer[],
  configuration: FilledDeploymentConfiguration,
): Promise<void> {
  const advanced = loadBalancers.filter(({ advancedConfiguration }) => advancedConfiguration);
  if (advanced.length > 0 && advanced.length < loadBalancers.length)
    throw invalidParameter('Either all or none of the provided loadBalancers must have advancedConfiguration defined');
  if (shiftsTraffic(configuration) && advanced.length < loadBalancers.length)
    throw invalidParameter(
      'advancedConfiguration field is required for all loadBalancers when using a non-ROLLING deployment strategy',
    );
  if (loadBalancers.length === 0 && ['LINEAR', 'CANARY'].includes(configuration.strategy))
    throw invalidParameter(`The deployment strategy ${configuration.strategy} requires a load balancer.`);
  checkUnique(advanced);
  for (const { targetGroupArn = '', advancedConfiguration = {} } of advanced)
    await checkRules(world, targetGroupArn, advancedConfiguration);
}

function checkUnique(loadBalancers: readonly LoadBalancer[]): void {
  const groups = loadBalancers.flatMap(({ targetGroupArn = '', advancedConfiguration }) => [
    targetGroupArn,
    advancedConfiguration?.alternateTargetGroupArn ?? '',
  ]);
  const twice = groups.find((group, index) => group !== '' && groups.indexOf(group) < index);
  if (twice !== undefined) throw invalidParameter(`Duplicate targetGroupArn found: ${twice}`);
  const production = loadBalancers.map(({ advancedConfiguration: given }) => given?.productionListenerRule);
  const both = loadBalancers.flatMap(({ advancedConfiguration: given }) => given?.testListenerRule ?? []);
  const shared = both.filter((rule) => production.includes(rule));
  if (shared.length > 0)
    throw invalidParameter(
      `The following rules cannot be used as both production and test listener rules: ${shared.join(', ')}`,
    );
}

async function checkRules(world: World, targetGroupArn: string, given: Advanced): Promise<void> {
  const { alternateTargetGroupArn, productionListenerRule, testListenerRule, roleArn } = given;
  const required = { alternateTargetGroupArn, productionListenerRule, roleArn };
  for (const [field, value] of Object.entries(required))
    if (value === undefined) throw invalidParameter(`${field} must be specified in advancedConfiguration.`);
  const production = groupsOf(await findRule(world, 'productionListenerRule', productionListenerRule ?? ''));
  const test = testListenerRule && groupsOf(await findRule(world, 'testListenerRule', testListenerRule));
  const groups = [targetGroupArn, alternateTargetGroupArn ?? ''];
  if (!test && groups.some((group) => !production.associated.includes(group)))
    throw invalidParameter(
      'For Application LoadBalancer, testListenerRule is required when productionListenerRule is not associated with both targetGroup and alternateTargetGroup',
    );
  const known = [...production.associated, ...(test ? test.associated : [])];
  if (groups.some((group) => !known.includes(group)))
    throw invalidParameter(
      'Both targetGroup and alternateTargetGroup must be associated with the productionListenerRule or testListenerRule.',
    );
}

async function findRule(world: World, field: string, arn: string) {
  if (!/^arn:aws[\w-]*:elasticloadbalancing:[\w-]+:\d{12}:listener-rule\/app\/.+$/.test(arn))
    throw invalidParameter(
      `${field} has an invalid ARN format. Must be RuleArn for ALB or ListenerArn for NLB. Got: ${arn}`,
    );
  try {
    return await readRule(world, arn);
  } catch (error) {
    if (error instanceof AwsError) throw invalidParameter(`Unable to describe the ${field} ${arn}: ${error.message}`);
    throw error;
  }
}
