import { readFileSync } from 'node:fs';
import { parseDocument, stringify } from 'yaml';
import type { Snippet } from './page.ts';

export type ConfigFile = 'cluster' | 'service' | 'task-definition';

/** What a snippet is, and so by what it is judged. */
export type SnippetKind =
  | { readonly kind: 'config file'; readonly path: string }
  | { readonly kind: 'config fragment'; readonly of: ConfigFile; readonly value: Keys }
  /** `whole`: the file that it is, or is a part of. */
  | { readonly kind: 'workflow'; readonly whole: string }
  | { readonly kind: 'commands' }
  | { readonly kind: 'transcript' }
  | { readonly kind: 'json' }
  | { readonly kind: 'output' };

type Keys = Readonly<Record<string, unknown>>;

const CONFIG_KEYS: ReadonlyMap<ConfigFile, ReadonlySet<string>> = new Map(
  (['cluster', 'service', 'task-definition'] as const).map((name) => {
    const file = new URL(`../../../schemas/${name}.schema.json`, import.meta.url);
    const { properties }: { readonly properties: Keys } = JSON.parse(readFileSync(file, 'utf8'));
    return [name, new Set(Object.keys(properties))];
  }),
);

const JOB_KEYS = [
  'runs-on',
  'steps',
  'permissions',
  'environment',
  'needs',
  'if',
  'strategy',
  'outputs',
  'concurrency',
];

/**
 * By the fence's language; YAML also by its first line, which may name the file (`# config/shop/cluster.yaml`, or
 * `# service.yaml` for a part of one), else by its keys. Undefined where it is nothing that could be checked.
 */
export function kindOf({ language, text }: Snippet): SnippetKind | undefined {
  if (language === 'sh') return { kind: 'commands' };
  if (language === 'console') return { kind: 'transcript' };
  if (language === 'json') return { kind: 'json' };
  if (language === 'text') return { kind: 'output' };
  return language === 'yaml' ? yamlKind(text) : undefined;
}

function yamlKind(text: string): SnippetKind | undefined {
  const path = /^# (config\/\S+)\n/.exec(text)?.[1];
  if (path !== undefined) return { kind: 'config file', path };
  const document = parseDocument(text);
  if (document.errors.length > 0) return undefined;
  const value: unknown = document.toJS();
  if (Array.isArray(value)) return value.every(isStep) ? jobsOf({ job: { steps: value } }) : undefined;
  if (!isKeys(value)) return undefined;
  const [of, ...others] = configFilesOf(text, value);
  if (of === undefined) return workflowKind(value);
  return others.length > 0 ? undefined : { kind: 'config fragment', of, value };
}

/** The files that may have these keys, or the one that the first line names. */
function configFilesOf(text: string, value: Keys): readonly ConfigFile[] {
  const named = /^# (cluster|service|task-definition)\.yaml/.exec(text)?.[1];
  const fits = [...CONFIG_KEYS].filter(([file, keys]) =>
    named === undefined ? Object.keys(value).every((key) => keys.has(key)) : file === named,
  );
  return fits.map(([file]) => file);
}

function workflowKind(value: Keys): SnippetKind | undefined {
  if ('jobs' in value) return workflowOf(value);
  if ('steps' in value && Object.keys(value).every((key) => JOB_KEYS.includes(key))) return jobsOf({ job: value });
  const areJobs = Object.values(value).every((job) => isKeys(job) && ('steps' in job || 'uses' in job));
  return areJobs ? jobsOf(value) : undefined;
}

/** Jobs without the rest of their workflow: those that they need are made up. */
function jobsOf(shown: Keys): SnippetKind {
  const stub = { 'runs-on': 'ubuntu-24.04', steps: [{ run: 'true' }] };
  const jobs = Object.entries(shown).map(([id, job]): [string, unknown] => [
    id,
    isKeys(job) && !('uses' in job) ? { 'runs-on': 'ubuntu-24.04', ...job } : job,
  ]);
  const needed = Object.values(shown).flatMap((job) => (isKeys(job) ? [job['needs'] ?? []].flat() : []));
  const around = needed.filter((id) => typeof id === 'string').map((id): [string, unknown] => [id, stub]);
  return workflowOf({ jobs: Object.fromEntries([...around, ...jobs]) });
}

function workflowOf(keys: Keys): SnippetKind {
  return { kind: 'workflow', whole: stringify({ on: 'push', ...keys }, { aliasDuplicateObjects: false }) };
}

function isStep(value: unknown): boolean {
  return isKeys(value) && ('uses' in value || 'run' in value);
}

function isKeys(value: unknown): value is Keys {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
