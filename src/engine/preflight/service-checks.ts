import { arnName } from '../../model/arn.ts';
import type { Cluster } from '../../model/cluster.ts';
import { isJsonObject, isList, type JsonObject, objectOf } from '../../model/json.ts';
import type { PreflightCheck } from '../../model/plan.ts';
import type { Service } from '../../model/service.ts';
import { positionOf } from '../../model/source.ts';
import { CLUSTER_OUTPUTS } from '../../model/stack-names.ts';
import { secretReferences } from '../../plan/preflight/secret-references.ts';
import {
  alarmVerdict,
  parameterVerdict,
  roleVerdict,
  secretVerdict,
  unchecked,
} from '../../plan/preflight/verdicts.ts';
import type { StackOutputs } from '../../plan/service/service-desired.ts';
import { taskSecurityGroups, taskSubnets } from '../../plan/service/task-network.ts';
import type { Lookups } from '../../ports/lookups.ts';
import { check } from './check.ts';
import { checkImages } from './image-checks.ts';
import { groupsVerdict } from './security-groups.ts';
import { subnetsVerdict } from './subnets.ts';

interface CheckedService {
  readonly cluster: Cluster;
  readonly service: Service;
  readonly outputs: StackOutputs;
  /** The task definition that is to run. */
  readonly definition: JsonObject;
}

/** What the tasks of a service depend on, looked up without reading any secret's value. */
export async function checkService(checked: CheckedService, lookups: Lookups): Promise<readonly PreflightCheck[]> {
  return Promise.all([
    ...checkImages(checked.definition, checked.service.taskDefinition.source, lookups.images),
    ...secretChecks(checked, lookups),
    ...roleChecks(checked, lookups),
    ...subnetChecks(checked, lookups),
    ...groupChecks(checked, lookups),
    ...alarmChecks(checked, lookups),
  ]);
}

function secretChecks(
  { cluster, service, definition }: CheckedService,
  { secrets }: Lookups,
): readonly Promise<PreflightCheck>[] {
  return secretReferences(definition, cluster).map(({ subject, from, path }) =>
    check(subject, positionOf(service.taskDefinition.source, path), async () => {
      switch (from.kind) {
        case 'secret':
          return secretVerdict(await secrets.secret(from.arn), from.key);
        case 'parameter':
          return parameterVerdict((await secrets.parameters(from.names)).length > 0);
        case 'elsewhere':
          return unchecked(from.why);
      }
    }),
  );
}

const ROLES = { executionRoleArn: 'execution role', taskRoleArn: 'task role' } as const;

function roleChecks(
  { cluster, service, definition }: CheckedService,
  { roles }: Lookups,
): readonly Promise<PreflightCheck>[] {
  return (Object.keys(ROLES) as (keyof typeof ROLES)[]).flatMap((member) => {
    const role = definition[member];
    if (typeof role !== 'string') return [];
    const [account, name = ''] = [role.split(':')[4] ?? cluster.account, arnName(role)];
    const at = positionOf(service.taskDefinition.source, [member]);
    return check(`${ROLES[member]} ${name}`, at, async () =>
      account === cluster.account
        ? roleVerdict(await roles.trustPolicy(name), 'ecs-tasks.amazonaws.com')
        : { state: 'failed', message: `It belongs to account ${account}: ECS accepts only roles of its own account.` },
    );
  });
}

function subnetChecks({ service, outputs }: CheckedService, { networks }: Lookups): readonly Promise<PreflightCheck>[] {
  const subnetIds = taskSubnets(service.settings);
  if (subnetIds.length === 0) return [];
  const at = positionOf(service.source, ['networkConfiguration', 'awsvpcConfiguration', 'subnets']);
  const vpcId = outputs.cluster?.[CLUSTER_OUTPUTS.vpcId];
  return [
    check(`subnets ${subnetIds.join(', ')}`, at, async () =>
      subnetsVerdict(await networks.subnets({ subnetIds }), vpcId),
    ),
  ];
}

/** Only where the load balancer reaches tasks by interfaces of their own. */
function groupChecks(
  { cluster, service, outputs }: CheckedService,
  { securityGroups }: Lookups,
): readonly Promise<PreflightCheck>[] {
  const groupIds = taskSecurityGroups(service.settings);
  const ports = [...new Set(service.loadBalancers.map(({ containerPort }) => containerPort))];
  if (groupIds.length === 0 || ports.length === 0) return [];
  const at = positionOf(service.source, ['networkConfiguration', 'awsvpcConfiguration', 'securityGroups']);
  const vpcId = outputs.cluster?.[CLUSTER_OUTPUTS.vpcId];
  const { securityGroupName } = cluster.loadBalancer;
  return [
    check(`security groups ${groupIds.join(', ')}`, at, async () => {
      const [groups, own] = await Promise.all([
        securityGroups.byId(groupIds),
        vpcId === undefined ? undefined : securityGroups.named({ vpcId, name: securityGroupName }),
      ]);
      return groupsVerdict(groups, { vpcId, loadBalancerId: own?.id, ports });
    }),
  ];
}

function alarmChecks({ service }: CheckedService, { alarms }: Lookups): readonly Promise<PreflightCheck>[] {
  const configuration = service.settings['deploymentConfiguration'];
  const stated = objectOf(configuration)['alarms'];
  if (!isJsonObject(stated) || stated['enable'] !== true || !isList(stated['alarmNames'])) return [];
  const names = stated['alarmNames'].map(String);
  return names.map((name, index) => {
    const at = positionOf(service.source, ['deploymentConfiguration', 'alarms', 'alarmNames', index]);
    return check(`alarm ${name}`, at, async () => alarmVerdict((await alarms.alarms(names))[index]));
  });
}
