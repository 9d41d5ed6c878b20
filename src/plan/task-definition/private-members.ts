/**
 * Members of a task definition that hold no secret by what they are: names, sizes, switches, ARNs. Every other may hold
 * one, a member that ECS has yet to invent too. Each stands for all that is inside of it.
 */
const PUBLIC: Readonly<Record<'task' | 'container' | 'volume', readonly string[]>> = {
  task: [
    'cpu',
    'enableFaultInjection',
    'ephemeralStorage',
    'executionRoleArn',
    'family',
    'inferenceAccelerators',
    'ipcMode',
    'memory',
    'networkMode',
    'pidMode',
    'placementConstraints',
    'proxyConfiguration.containerName',
    'proxyConfiguration.type',
    'requiresCompatibilities',
    'runtimePlatform',
    'taskRoleArn',
  ],
  container: [
    'cpu',
    'credentialSpecs',
    'dependsOn',
    'disableNetworking',
    'dnsSearchDomains',
    'dnsServers',
    'environmentFiles',
    'essential',
    'extraHosts',
    'firelensConfiguration.type',
    'healthCheck.interval',
    'healthCheck.retries',
    'healthCheck.startPeriod',
    'healthCheck.timeout',
    'hostname',
    'image',
    'interactive',
    'links',
    'linuxParameters',
    'logConfiguration.logDriver',
    'logConfiguration.options.awslogs-',
    'logConfiguration.secretOptions',
    'memory',
    'memoryReservation',
    'mountPoints',
    'portMappings',
    'privileged',
    'pseudoTerminal',
    'readonlyRootFilesystem',
    'repositoryCredentials',
    'resourceRequirements',
    'restartPolicy',
    'secrets',
    'startTimeout',
    'stopTimeout',
    'systemControls',
    'ulimits',
    'user',
    'versionConsistency',
    'volumesFrom',
    'workingDirectory',
  ],
  volume: [
    'configuredAtLaunch',
    'dockerVolumeConfiguration.autoprovision',
    'dockerVolumeConfiguration.driver',
    'dockerVolumeConfiguration.scope',
    'efsVolumeConfiguration',
    'fsxWindowsFileServerVolumeConfiguration',
    'host',
  ],
};

/** Whether a live value at this path of the normal form may be a secret. */
export function isPrivate(path: readonly string[]): boolean {
  const { kind, member } = placeOf(path);
  return !PUBLIC[kind].some(
    (known) => member === known || member.startsWith(known.endsWith('-') ? known : `${known}.`),
  );
}

function placeOf(path: readonly string[]): { readonly kind: keyof typeof PUBLIC; readonly member: string } {
  const [list, , ...inside] = path;
  if (list === 'containerDefinitions') return { kind: 'container', member: inside.join('.') };
  if (list === 'volumes') return { kind: 'volume', member: inside.join('.') };
  return { kind: 'task', member: path.join('.') };
}
