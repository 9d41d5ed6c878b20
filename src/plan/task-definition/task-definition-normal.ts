import { byCanonicalJson, canonicalJson, isJsonObject, isList, type Json, type JsonObject } from '../../model/json.ts';

/**
 * A task definition in the form in which equal ones are equal: AWS's defaults filled in as DescribeTaskDefinition shows
 * them, lists keyed by what identifies their members, what says nothing left out.
 */
export function normalTaskDefinition(definition: JsonObject): JsonObject {
  const networkMode = definition['networkMode'] ?? 'bridge';
  const filled: JsonObject = {
    ...definition,
    networkMode,
    ...amount(definition, 'cpu', /^([\d.]+)\s*vcpu$/i),
    ...amount(definition, 'memory', /^([\d.]+)\s*gb$/i),
  };
  return normalObject(filled, networkMode !== 'bridge');
}

/**
 * What ECS fills in where nothing is stated, by the name of the list or member that holds the object
 * (RegisterTaskDefinition).
 */
const DEFAULTS: Readonly<Record<string, JsonObject>> = {
  containerDefinitions: { cpu: 0, essential: true, versionConsistency: 'enabled' },
  portMappings: { protocol: 'tcp' },
  healthCheck: { interval: 30, timeout: 5, retries: 3, startPeriod: 0 },
  dockerVolumeConfiguration: { scope: 'task', driver: 'local' },
  efsVolumeConfiguration: { rootDirectory: '/', transitEncryption: 'DISABLED' },
  authorizationConfig: { iam: 'DISABLED' },
};

/**
 * Lists whose order means nothing, by the member that identifies an entry; `value` is all that is left of a name-value
 * pair.
 */
const KEYED: Readonly<Record<string, { readonly key: string; readonly value?: string }>> = {
  containerDefinitions: { key: 'name' },
  environment: { key: 'name', value: 'value' },
  secrets: { key: 'name', value: 'valueFrom' },
  secretOptions: { key: 'name', value: 'valueFrom' },
  properties: { key: 'name', value: 'value' },
  volumes: { key: 'name' },
  ulimits: { key: 'name' },
  mountPoints: { key: 'containerPath' },
  tmpfs: { key: 'containerPath' },
  devices: { key: 'hostPath' },
  volumesFrom: { key: 'sourceContainer' },
  systemControls: { key: 'namespace', value: 'value' },
  extraHosts: { key: 'hostname', value: 'ipAddress' },
  dependsOn: { key: 'containerName', value: 'condition' },
  inferenceAccelerators: { key: 'deviceName', value: 'deviceType' },
};

const UNORDERED = new Set(['requiresCompatibilities', 'placementConstraints', 'resourceRequirements', 'add', 'drop']);

/** `portsAreFixed`: in the modes `awsvpc` and `host` a port that is not mapped is itself, elsewhere 0 (dynamic). */
function normalObject(object: JsonObject, portsAreFixed: boolean): JsonObject {
  const members = Object.entries(object).flatMap(([name, value]) => {
    const normal = normalValue(name, value, portsAreFixed);
    return normal === undefined ? [] : [[name, normal] as const];
  });
  return Object.fromEntries(members);
}

function normalValue(name: string, value: Json, portsAreFixed: boolean): Json | undefined {
  if (value === null || (value === false && name !== 'essential')) return undefined;
  if (isList(value)) return value.length === 0 ? undefined : normalList(name, value, portsAreFixed);
  if (!isJsonObject(value)) return value;
  if (Object.keys(value).length === 0) return undefined;
  const normal = normalObject({ ...DEFAULTS[name], ...value }, portsAreFixed);
  return Object.keys(normal).length === 0 ? undefined : normal;
}

function normalList(name: string, list: readonly Json[], portsAreFixed: boolean): Json {
  if (name === 'portMappings') return normalPorts(list, portsAreFixed);
  const keyed = KEYED[name];
  if (keyed) return Object.fromEntries(list.map((entry) => keyedEntry(name, entry, keyed, portsAreFixed)));
  const entries = list.map((entry) => (isJsonObject(entry) ? normalObject(entry, portsAreFixed) : entry));
  return UNORDERED.has(name) ? entries.sort(byCanonicalJson) : entries;
}

function keyedEntry(
  name: string,
  entry: Json,
  { key, value }: { readonly key: string; readonly value?: string },
  portsAreFixed: boolean,
): readonly [string, Json] {
  if (!isJsonObject(entry)) return [canonicalJson(entry), entry];
  const { [key]: identity, ...rest } = entry;
  if (value !== undefined) return [String(identity), rest[value] ?? ''];
  return [String(identity), normalObject({ ...DEFAULTS[name], ...rest }, portsAreFixed)];
}

/** Indexes mappings by container port; where several host ports lead to it, by host port too. */
function normalPorts(list: readonly Json[], portsAreFixed: boolean): JsonObject {
  const mappings = list.filter(isJsonObject).map((mapping) => {
    const { containerPort, containerPortRange, ...rest } = mapping;
    const hostPort = containerPort === undefined ? {} : { hostPort: portsAreFixed ? containerPort : 0 };
    const filled = normalObject({ ...DEFAULTS['portMappings'], ...hostPort, ...rest }, portsAreFixed);
    return { port: `${containerPort ?? containerPortRange}/${filled['protocol']}`, filled };
  });
  const entries = mappings.map(({ port, filled }) => {
    const isAlone = mappings.filter((each) => each.port === port).length === 1;
    return [isAlone ? port : `${port} from ${filled['hostPort'] ?? 0}`, filled] as const;
  });
  return Object.fromEntries(entries);
}

/** ECS stores `1 vCPU` as 1024 and `2 GB` as 2048. */
function amount(definition: JsonObject, name: 'cpu' | 'memory', unit: RegExp): JsonObject {
  const text = String(definition[name] ?? '').trim();
  const found = unit.exec(text);
  return found ? { [name]: String(Number(found[1]) * 1024) } : {};
}
