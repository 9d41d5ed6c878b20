import { stringify } from 'yaml';
import { readClusters } from '../../../src/config/read-clusters.ts';
import type { Page } from './page.ts';
import { type ConfigFile, kindOf } from './snippet-kind.ts';

const container = (name: string, containerPort: number): object => ({
  name,
  image: `example/${name}:1`,
  memory: 128,
  portMappings: [{ containerPort }],
});

/** The rest of a cluster around a fragment: small, and with what fragments refer to. */
const AROUND = {
  cluster: {
    region: 'ap-northeast-1',
    account: '123456789012',
    loadBalancer: { listeners: [{ port: 80 }, { port: 8080 }] },
  },
  service: { loadBalancers: [{ containerName: 'nginx', containerPort: 80 }] },
  'task-definition': { containerDefinitions: [container('nginx', 80), container('app', 8080), container('web', 8080)] },
} as const satisfies Record<ConfigFile, object>;

const PATHS: Readonly<Record<ConfigFile, string>> = {
  cluster: 'cluster.yaml',
  service: 'services/web/service.yaml',
  'task-definition': 'services/web/task-definition.yaml',
};

/** What the toolkit's own reader finds wrong with the config that a page shows. */
export function configProblems(page: Page): readonly string[] {
  const fragments = page.snippets.flatMap((snippet) => {
    const found = kindOf(snippet);
    if (found?.kind !== 'config fragment') return [];
    const { of, value } = found;
    const files = new Map([[`config/shop/${PATHS[of]}`, stringify({ ...AROUND[of], ...value })]]);
    // Its containers need not be those that the rest refers to.
    if (of === 'task-definition') files.set(`config/shop/${PATHS.service}`, '{}');
    return issuesOf(files).map((issue) => `${snippet.at} ${issue}`);
  });
  return [...fragments, ...wholeFileProblems(page)];
}

/** Files that a page shows under their paths are read together, as the reader would have them. */
function wholeFileProblems(page: Page): readonly string[] {
  const shown = page.snippets.flatMap((snippet) => {
    const found = kindOf(snippet);
    return found?.kind === 'config file' ? [{ path: found.path, ...snippet }] : [];
  });
  const twice = shown.filter(({ path }, index) => shown.findIndex((each) => each.path === path) < index);
  const files = new Map(shown.map(({ path, text }) => [path, text]));
  return [
    ...twice.map(({ at, path }) => `${at} ${path} is shown twice`),
    ...(files.size === 0 ? [] : issuesOf(files).map((issue) => `${page.path} ${issue}`)),
  ];
}

function issuesOf(shown: ReadonlyMap<string, string>): readonly string[] {
  const paths = [...shown.keys()];
  const clusters = new Set(paths.map((path) => path.split('/').slice(0, 2).join('/')));
  const services = new Set(paths.flatMap((path) => /^.*\/services\/[^/]+(?=\/)/.exec(path)?.[0] ?? []));
  const around = [
    ...[...clusters].map((folder): [string, string] => [`${folder}/cluster.yaml`, stringify(AROUND.cluster)]),
    ...[...services].flatMap((folder): readonly [string, string][] => [
      [`${folder}/service.yaml`, stringify(AROUND.service)],
      [`${folder}/task-definition.yaml`, stringify(AROUND['task-definition'])],
    ]),
  ];
  const { issues } = readClusters({ path: 'config', files: new Map([...around, ...shown]) });
  return issues.map(({ at: { file, line }, message, hint }) => `${file}:${line} ${message} ${hint}`);
}
