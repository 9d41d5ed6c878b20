import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Api } from './api.ts';
import { imageOf } from './images.ts';

export const REGION = 'ap-northeast-1';
export const ACCOUNT = '123456789012';
export const DEREGISTRATION_DELAY_SECONDS = 5;

/** A cluster of the stage, with the services that situations play on. */
export interface StagedCluster {
  readonly name: string;
  readonly instances: { readonly minSize: number; readonly maxSize: number };
  readonly services: readonly string[];
  /** What config says of them all, where that is not what it says usually. */
  readonly edit?: (files: ServiceFiles) => void;
  /** Makes in the account what config names and does not create. */
  readonly prepare?: (api: Api) => Promise<void>;
}

/** The files of one service, as plain data: JSON is YAML too. */
export interface ServiceFiles {
  service: Record<string, unknown>;
  container: Record<string, unknown>;
  /** The task definition besides its container. */
  task: Record<string, unknown>;
}

/** Host that the load balancer sends to a service. */
export function hostOf(service: string): string {
  return `${service}.example`;
}

/** What config says of a service where a situation says nothing else. */
export function ordinaryService(cluster: StagedCluster, service: string, image: string): ServiceFiles {
  const logGroup = `/situations/${service}`;
  const files: ServiceFiles = {
    service: {
      desiredCount: 2,
      logGroup: { name: logGroup },
      loadBalancers: [
        {
          containerName: 'app',
          containerPort: 8080,
          targetGroup: { deregistrationDelaySeconds: DEREGISTRATION_DELAY_SECONDS },
          rules: [
            {
              priority: 100 + cluster.services.indexOf(service),
              conditions: [{ field: 'host-header', values: [hostOf(service)] }],
            },
          ],
        },
      ],
    },
    container: {
      name: 'app',
      image,
      cpu: 16,
      memory: 32,
      portMappings: [{ containerPort: 8080 }],
      stopTimeout: 10,
      logConfiguration: {
        logDriver: 'awslogs',
        options: { 'awslogs-group': logGroup, 'awslogs-region': REGION, 'awslogs-stream-prefix': 'app' },
      },
    },
    task: {},
  };
  cluster.edit?.(files);
  return files;
}

/** All services of a cluster, each as it is provisioned first. */
export function everyService(cluster: StagedCluster): Readonly<Record<string, ServiceFiles>> {
  return Object.fromEntries(cluster.services.map((name) => [name, ordinaryService(cluster, name, imageOf('good', 1))]));
}

/** Writes a cluster's folder below config/ of a workspace, with these services. `allow` are its consents. */
export async function writeConfig(
  workspace: string,
  { name, instances }: StagedCluster,
  services: Readonly<Record<string, ServiceFiles>>,
  allow: readonly object[] = [],
): Promise<void> {
  const folder = join(workspace, 'config', name);
  const write = async (path: string, content: object): Promise<void> => {
    const file = join(folder, path);
    await mkdir(join(file, '..'), { recursive: true });
    await writeFile(file, JSON.stringify(content, undefined, 2));
  };
  await write('cluster.yaml', { region: REGION, account: ACCOUNT, capacity: instances, allow });
  for (const [service, files] of Object.entries(services)) {
    await write(`services/${service}/service.yaml`, files.service);
    await write(`services/${service}/task-definition.yaml`, { ...files.task, containerDefinitions: [files.container] });
  }
}
