import type { Resource } from '../catalogue.ts';
import type { Input } from '../input.ts';
import { isArn, nameOf, text, texts } from '../input.ts';
import type { FindResources } from './find.ts';

export const ecsResources: FindResources = ({ operation, input, types }) => {
  if (input['resourceArn'] !== undefined) return texts(input, 'resourceArn');
  return [...types.required, ...types.optional].flatMap((type) => FINDERS[type]?.(input, operation) ?? []);
};

/** ECS takes the cluster named default where none is named. */
export const clusterName = (input: Input): string => nameOf(text(input, 'cluster') ?? 'default');

const FINDERS: Readonly<Record<string, (input: Input, operation: string) => readonly Resource[]>> = {
  cluster: (input, operation) => {
    const named = operation === 'CreateCluster' ? texts(input, 'clusterName') : texts(input, 'cluster', 'clusters');
    return (named.length > 0 ? named : ['default']).map((name) => ({
      type: 'cluster',
      names: { ClusterName: nameOf(name) },
    }));
  },
  service: (input) => {
    const named = texts(input, 'service', 'serviceName', 'services').map((name) => ({
      type: 'service',
      names: { ClusterName: clusterName(input), ServiceName: nameOf(name) },
    }));
    return [...named, ...serviceArns(input).map(serviceOf)];
  },
  'service-deployment': (input) => texts(input, 'serviceDeploymentArn', 'serviceDeploymentArns'),
  'service-revision': (input) => texts(input, 'serviceRevisionArns'),
  task: (input) => texts(input, 'task', 'tasks').map(inCluster('task', 'TaskId', input)),
  'container-instance': (input, operation) => {
    const named = texts(input, 'containerInstance', 'containerInstances');
    // Of a whole cluster's tasks IAM judges all container instances in it.
    return (named.length === 0 && operation === 'ListTasks' ? ['*'] : named).map(
      inCluster('container-instance', 'ContainerInstanceId', input),
    );
  },
  'task-definition': (input) => {
    const families = texts(input, 'family').map((family) => `${family}:*`);
    return [...families, ...texts(input, 'taskDefinition', 'taskDefinitions')].map(taskDefinition);
  },
  'capacity-provider': (input) =>
    texts(input, 'name', 'capacityProvider', 'capacityProviders').map((name) => ({
      type: 'capacity-provider',
      names: { CapacityProviderName: nameOf(name) },
    })),
};

const inCluster =
  (type: string, id: string, input: Input) =>
  (name: string): Resource =>
    isArn(name) ? name : { type, names: { ClusterName: clusterName(input), [id]: name } };

const serviceArns = (input: Input): readonly string[] =>
  texts(input, 'serviceDeploymentArn', 'serviceDeploymentArns', 'serviceRevisionArns');

/** `…:service-deployment/CLUSTER/SERVICE/ID` belongs to `…:service/CLUSTER/SERVICE`. */
const serviceOf = (arn: string): string => arn.replace(/:service-\w+\/([^/]+\/[^/]+)\/.*$/, ':service/$1');

function taskDefinition(name: string): Resource {
  if (isArn(name)) return name;
  const [family = '', revision = '*'] = name.split(':');
  return {
    type: 'task-definition',
    names: { TaskDefinitionFamilyName: family, TaskDefinitionRevisionNumber: revision },
  };
}
