import { parse } from 'yaml';
import type { DeployOptions } from '../scene/noted-run.ts';
import type { Scene } from '../scene/scene.ts';
import type { Situation } from '../situation.ts';
import type { ServiceFiles } from '../stage/config.ts';

type Entry = Record<string, unknown>;

const SERVES = '; old serves, 2 tasks';
const DONE = `deployed, exit 0${SERVES}`;

/** Changes of what a live service stands on. */
export const configChanges: readonly Situation[] = [
  {
    name: "the target group's port is changed: it is blocked with the sequence, and following that drops nothing",
    where: 'changing',
    expected: [
      `blocked, exit 1: a live service uses it, and there is a sequence${SERVES}`,
      ...[DONE, DONE],
      ...[DONE, `unchanged, exit 0, nothing written${SERVES}`],
      ...[`unchanged, exit 0, nothing written${SERVES}`, DONE],
      ...[`blocked, exit 1: it needs consent${SERVES}`, DONE, `unchanged, exit 0, nothing written${SERVES}`],
    ],
    play: async (scene) => {
      const { place } = scene;
      await scene.deploy({
        ...PROVISION,
        edit: onEntries(([old]) => [{ ...old, targetGroup: OTHER_PORT }]),
      });
      const another = {
        containerName: 'app',
        containerPort: 8080,
        targetGroup: { ...OTHER_PORT, name: `${place.service}-8081` },
      };
      const unmet = { field: 'http-header', httpHeaderName: 'x-nobody', values: ['sends-this'] };
      const ruled = (conditions: unknown) => ({ ...another, rules: [{ priority: 50, conditions }] });
      await provisionAndDeploy(scene, ([old]) => [old ?? {}, ruled([unmet])]);
      await provisionAndDeploy(scene, ([old]) => [old ?? {}, ruled(conditionsOf(old))]);
      await provisionAndDeploy(scene, ([old]) => [{ ...old, attached: false }, ruled(conditionsOf(old))]);
      const last = onEntries(([old]) => [ruled(conditionsOf(old))]);
      const refused = await scene.deploy({ ...PROVISION, edit: last });
      await scene.deploy({ ...PROVISION, edit: last, allow: consentsIn(refused.outputs['clusters'] ?? '') });
      await scene.deploy({ again: true, edit: last });
    },
  },
];

const OTHER_PORT = { port: 8081, deregistrationDelaySeconds: 5 };
const PROVISION = { again: true, action: 'provision' } as const satisfies DeployOptions;

async function provisionAndDeploy(
  { deploy }: Scene,
  change: (entries: readonly Entry[]) => readonly Entry[],
): Promise<void> {
  await deploy({ ...PROVISION, edit: onEntries(change) });
  await deploy({ again: true, edit: onEntries(change) });
}

const onEntries =
  (change: (entries: readonly Entry[]) => readonly Entry[]) =>
  ({ service }: ServiceFiles): void => {
    service['loadBalancers'] = change(service['loadBalancers'] as readonly Entry[]);
  };

function conditionsOf(entry: Entry | undefined): unknown {
  const rules = (entry?.['rules'] ?? []) as readonly Entry[];
  return rules[0]?.['conditions'];
}

/** The entries that the plan asks for: `- { resource: "…" }` and so on. */
function consentsIn(clusters: string): readonly object[] {
  const { stacks } = JSON.parse(clusters)[0] as { readonly stacks: readonly { readonly nextStep?: string }[] };
  const text = stacks.map(({ nextStep = '' }) => nextStep).join(' ');
  return [...text.matchAll(/- (\{ (?:stack|resource): [^}]*\})/g)].map(([, entry = '']) => parse(entry));
}
