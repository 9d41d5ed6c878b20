import { readFileSync } from 'node:fs';
import type { Files } from './repository.ts';

export const ACCOUNT = '123456789012';
export const REGION = 'eu-west-1';
export const CLUSTER = 'shop';
export const REGISTRY = `${ACCOUNT}.dkr.ecr.${REGION}.amazonaws.com`;

const DEPLOY = readFileSync(new URL('../../.github/workflows/deploy.yml', import.meta.url), 'utf8');

/** The repository's own use of the reusable workflows, as another repository writes it. */
export const CALLER = DEPLOY.replaceAll(
  /uses: \.\/(\.github\/workflows\/[\w-]+\.yml)/g,
  'uses: ecs-gitops/ecs-gitops/$1@v1',
);

export const ROLLBACK = `name: rollback
on:
  workflow_dispatch:
    inputs:
      service: { description: Name of the service., type: string, required: true }
permissions: {}
jobs:
  rollback:
    permissions: { contents: read, deployments: write, id-token: write }
    uses: ecs-gitops/ecs-gitops/.github/workflows/rollback.yml@v1
    with:
      role: \${{ vars.ECS_GITOPS_DEPLOY_ROLE }}
      cluster: ${CLUSTER}
      region: ${REGION}
      service: \${{ inputs.service }}
      environment: production
`;

export const CLUSTER_FILE = `config/${CLUSTER}/cluster.yaml`;

/** Lines of cluster.yaml; `more` replaces what it names. */
export function clusterFile(more: Readonly<Record<string, string>> = {}): Files {
  const lines: Readonly<Record<string, string>> = {
    region: REGION,
    account: `"${ACCOUNT}"`,
    capacity: '{ minSize: 2, maxSize: 4 }',
    ...more,
  };
  return { [CLUSTER_FILE]: text(lines) };
}

export interface ServiceText {
  /** Lines of service.yaml by key. */
  readonly service?: Readonly<Record<string, string>>;
  readonly image?: string;
  /** Lines of the container by key. */
  readonly container?: Readonly<Record<string, string>>;
  /** Lines of the task definition by key. */
  readonly task?: Readonly<Record<string, string>>;
}

export const serviceFileOf = (name: string): string => `config/${CLUSTER}/services/${name}/service.yaml`;

/** A service behind the load balancer at `/<name>/*`. */
export function serviceFiles(name: string, { service, image, container, task }: ServiceText = {}): Files {
  const folder = `config/${CLUSTER}/services/${name}`;
  const priority = 100 + (name.charCodeAt(0) % 50) * 100;
  const rule = `{ priority: ${priority}, conditions: [{ field: path-pattern, values: ["/${name}/*"] }] }`;
  const lines = {
    loadBalancers: `[{ containerName: app, containerPort: 8080, rules: [${rule}] }]`,
    desiredCount: '2',
    ...service,
  };
  const definition = {
    name: 'app',
    image: image ?? `${REGISTRY}/${name}:v1`,
    memory: '128',
    portMappings: '[{ containerPort: 8080 }]',
    environment: '[{ name: LOG_LEVEL, value: info }]',
    ...container,
  };
  const containers = `containerDefinitions:\n${text(definition).replace(/^/gm, '    ').replace('    ', '  - ').trimEnd()}\n`;
  return {
    [`${folder}/service.yaml`]: text(lines),
    [`${folder}/task-definition.yaml`]: `${text(task ?? {})}${containers}`,
  };
}

/** A cluster with two services. */
export const SHOP: Files = { ...clusterFile(), ...serviceFiles('api'), ...serviceFiles('web') };

function text(lines: Readonly<Record<string, string>>): string {
  return Object.entries(lines)
    .map(([key, value]) => `${key}: ${value}\n`)
    .join('');
}
