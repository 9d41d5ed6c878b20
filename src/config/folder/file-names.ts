/** The files that a cluster's folder is made of, by what they describe; any one of the names will do. */
export const FILE_NAMES = {
  cluster: ['cluster.yaml', 'cluster.yml'],
  service: ['service.yaml', 'service.yml'],
  'task-definition': ['task-definition.yaml', 'task-definition.yml', 'task-definition.json'],
} as const satisfies Record<string, readonly string[]>;

export type FileRole = keyof typeof FILE_NAMES;

/** The folder inside a cluster's folder that holds a folder for each service. */
export const SERVICES = 'services';
