import type { ConfigIssue } from '../../model/source.ts';
import { clusterStackName, serviceStackName } from '../../model/stack-names.ts';
import type { ClusterDraft, ServiceDraft } from '../draft.ts';
import { problemAt } from '../reading/reading.ts';

/** CloudFormation's: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStack.html */
const LONGEST_STACK_NAME = 128;
const STACK_NAME = /^[A-Za-z][A-Za-z0-9-]*$/;
/** A role's: https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html */
const LONGEST_ROLE_NAME = 64;

/** Folders name clusters and services, and those name stacks and what is in them. */
export function checkNames(draft: ClusterDraft): readonly ConfigIssue[] {
  return [
    ...checkClusterName(draft),
    ...checkDefaultNames(draft),
    ...draft.services.flatMap((service) => [...checkServiceName(draft, service), ...checkServiceRoles(service)]),
  ];
}

/** The defaults that a long name of a cluster makes too long. */
function checkDefaultNames({ file, cluster }: ClusterDraft): readonly ConfigIssue[] {
  const { roles, capacity } = cluster;
  const role = roles.instance.kind === 'created' ? roles.instance.name : '';
  const names = [
    ['role', role, LONGEST_ROLE_NAME, ['roles', 'instance', 'name']],
    ['launch template', capacity.launchTemplateName, 128, ['capacity', 'launchTemplateName']],
  ] as const;
  return names.flatMap(([what, name, limit, path]) => {
    if (name.length <= limit) return [];
    const message = `The ${what} would be named "${name}", which is longer than ${limit} characters.`;
    return problemAt(file, path, message, `Give it a shorter name: ${path.join('.')}.`);
  });
}

function checkClusterName({ name, folder, file }: ClusterDraft): readonly ConfigIssue[] {
  const stated = file.value.name;
  if (name === '') {
    return problemAt(
      file,
      [],
      'This cluster has no name.',
      'Add "name: …", or set the input config to the folder itself.',
    );
  }
  if (folder !== '' && stated !== undefined && stated !== name) {
    const message = `name is "${stated}", but the folder is ${folder}.`;
    return problemAt(file, ['name'], message, `Write "${name}", or rename the folder.`);
  }
  return tooLong(clusterStackName(name)) || !STACK_NAME.test(name)
    ? problemAt(file, [], `The folder's name "${name}" is not a valid name of a cluster.`, RENAME)
    : [];
}

function checkServiceRoles({ file, service }: ServiceDraft): readonly ConfigIssue[] {
  const roles = { infrastructure: service.infrastructureRole, hook: service.hookRole };
  return Object.entries(roles).flatMap(([key, role]) => {
    if (role?.kind !== 'created' || role.name.length <= LONGEST_ROLE_NAME) return [];
    const message = `The role would be named "${role.name}", which is longer than ${LONGEST_ROLE_NAME} characters.`;
    return problemAt(file, ['roles', key], message, `Give it a shorter name: roles.${key}.name.`);
  });
}

function checkServiceName({ name }: ClusterDraft, service: ServiceDraft): readonly ConfigIssue[] {
  const stack = serviceStackName(name, service.name);
  if (!tooLong(stack) && STACK_NAME.test(`x${service.name}`)) return [];
  return problemAt(service.file, [], `The folder's name "${service.name}" is not a valid name of a service.`, RENAME);
}

const RENAME = `Rename it: letters, digits and hyphens, a letter first, and with the cluster's name at most ${LONGEST_STACK_NAME} characters.`;

function tooLong(stack: string): boolean {
  return stack.length > LONGEST_STACK_NAME;
}
