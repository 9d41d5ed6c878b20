import { isList, type JsonObject, objectOf } from '../../model/json.ts';
import type { ConfigIssue } from '../../model/source.ts';
import { runsOnInstances } from '../assembly/settings.ts';
import type { ServiceDraft } from '../draft.ts';
import { problemAt } from '../reading/reading.ts';

const PATH = ['networkConfiguration', 'awsvpcConfiguration'];
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html */
const MOST = { subnets: 16, securityGroups: 5 };

/** What ECS refuses of the network in which tasks get interfaces of their own. */
export function checkTaskNetwork({ file, service }: ServiceDraft): readonly ConfigIssue[] {
  const network = networkOf(service.settings);
  const tooMany = (['subnets', 'securityGroups'] as const).flatMap((member) => {
    const given = network[member];
    if (!isList(given) || given.length <= MOST[member]) return [];
    return problemAt(file, [...PATH, member], `ECS takes at most ${MOST[member]} ${member}.`, 'Remove some.');
  });
  if (network['assignPublicIp'] !== 'ENABLED' || !runsOnInstances(service.settings)) return tooMany;
  const message = 'A task on an instance cannot have a public address.';
  const hint = 'Remove assignPublicIp; tasks that need the internet reach it by a NAT gateway.';
  return [...tooMany, ...problemAt(file, [...PATH, 'assignPublicIp'], message, hint)];
}

/** Its own interface is in the VPC's default group then, which admits its own members only. */
export function warnOfDefaultGroup({ file, service }: ServiceDraft): readonly ConfigIssue[] {
  const network = networkOf(service.settings);
  const groups = network['securityGroups'];
  if (network['subnets'] === undefined || (isList(groups) && groups.length > 0)) return [];
  const ports = [...new Set(service.loadBalancers.map(({ containerPort }) => containerPort))];
  if (ports.length === 0) return [];
  const message =
    "Without securityGroups the VPC's default group decides who reaches the tasks; as AWS creates it, it does not let the load balancer in.";
  const hint = `Name a group that lets the load balancer's group in at port ${ports.join(', ')}.`;
  return problemAt(file, PATH, message, hint);
}

const networkOf = ({ networkConfiguration }: JsonObject): JsonObject =>
  objectOf(objectOf(networkConfiguration)['awsvpcConfiguration']);
