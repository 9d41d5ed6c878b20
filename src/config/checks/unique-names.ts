import type { RoleSource } from '../../model/roles.ts';
import type { ConfigIssue, DocumentPath } from '../../model/source.ts';
import { clusterStackName, serviceStackName } from '../../model/stack-names.ts';
import type { ClusterDraft, ServiceDraft } from '../draft.ts';
import { isDoubtful, problemAt, type Reading } from '../reading/reading.ts';

/** Something that AWS allows one of under a name. */
interface Named {
  readonly what: string;
  readonly name: string;
  /** Names are unique within it. */
  readonly scope: string;
  readonly file: Reading<unknown>;
  readonly path: DocumentPath;
}

/** What AWS has once under a name is named once, over all clusters that were read. */
export function checkUniqueNames(drafts: readonly ClusterDraft[]): readonly ConfigIssue[] {
  const first = new Map<string, Named>();
  return drafts.flatMap(namesOf).flatMap((named) => {
    if (isDoubtful(named.file, named.path)) return [];
    const key = JSON.stringify([named.what, named.scope, named.name]);
    const other = first.get(key);
    if (!other) {
      first.set(key, named);
      return [];
    }
    const message = `The ${named.what} "${named.name}" is already used in ${other.file.file}.`;
    return problemAt(named.file, named.path, message, 'Give one of the two another name.');
  });
}

function namesOf({ name, file, cluster, services }: ClusterDraft): readonly Named[] {
  const { account, region, capacity, loadBalancer, roles } = cluster;
  const regional = `${account} ${region}`;
  const named = (what: string, value: string, path: DocumentPath, scope = regional): Named => {
    return { what, name: value, scope, file, path };
  };
  return [
    named('stack', clusterStackName(name), ['name']),
    named('load balancer', loadBalancer.name, ['loadBalancer', 'name']),
    named('Auto Scaling group', capacity.autoScalingGroupName, ['capacity', 'autoScalingGroupName']),
    named('launch template', capacity.launchTemplateName, ['capacity', 'launchTemplateName']),
    named('capacity provider', capacity.capacityProviderName, ['capacity', 'capacityProviderName']),
    ...(['service', 'instance'] as const).flatMap((key) => {
      const role = roles[key];
      return role?.kind === 'created' ? [named('role', role.name, ['roles', key, 'name'], account)] : [];
    }),
    ...services.flatMap((service) => serviceNames(service, name, regional, account)),
  ];
}

function serviceNames(
  { name, file, taskFile, service }: ServiceDraft,
  cluster: string,
  scope: string,
  account: string,
): readonly Named[] {
  const named = (what: string, value: string | undefined, path: DocumentPath): readonly Named[] =>
    value === undefined ? [] : [{ what, name: value, scope: what === 'role' ? account : scope, file, path }];
  const steps = service.scaling?.steps;
  return [
    ...named('stack', serviceStackName(cluster, name), []),
    ...service.loadBalancers.flatMap(({ targetGroup }, index) =>
      named('target group', targetGroup.name, ['loadBalancers', index, 'targetGroup', 'name']),
    ),
    ...named('role', createdName(service.infrastructureRole), ['roles', 'infrastructure', 'name']),
    ...named('role', createdName(service.hookRole), ['roles', 'hook', 'name']),
    ...named('log group', service.logGroup?.name, ['logGroup', 'name']),
    ...named('alarm', steps?.scaleOut.alarmName, ['scaling', 'scaleOut', 'alarmName']),
    ...named('alarm', steps?.scaleIn.alarmName, ['scaling', 'scaleIn', 'alarmName']),
    { what: 'task definition family', name: service.taskDefinition.family, scope, file: taskFile, path: ['family'] },
  ];
}

function createdName(role: RoleSource | undefined): string | undefined {
  return role?.kind === 'created' ? role.name : undefined;
}
