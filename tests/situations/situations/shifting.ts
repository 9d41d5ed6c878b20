import type { Scene } from '../scene/scene.ts';
import type { Situation } from '../situation.ts';
import type { ServiceFiles } from '../stage/config.ts';
import { putAlarm, setAlarm } from './alarms.ts';
import { both } from './edits.ts';

const LANDED = 'deployed, exit 0; new serves, 2 tasks';

const strategy =
  (settings: Readonly<Record<string, unknown>>) =>
  ({ service }: ServiceFiles): void => {
    service['deploymentConfiguration'] = { bakeTimeInMinutes: 0, ...settings };
  };

const CANARY = { strategy: 'CANARY', canaryConfiguration: { canaryPercent: 50, canaryBakeTimeInMinutes: 1 } };
const PAUSING = {
  strategy: 'BLUE_GREEN',
  lifecycleHooks: [{ targetType: 'PAUSE', lifecycleStages: ['PRE_PRODUCTION_TRAFFIC_SHIFT'] }],
};

/** Deployments in which ECS shifts traffic between two target groups. */
const situations: readonly Omit<Situation, 'where'>[] = [
  {
    name: 'a version lands by BLUE_GREEN',
    expected: [LANDED],
    play: async ({ deploy }) => void (await deploy({ edit: strategy({ strategy: 'BLUE_GREEN' }) })),
  },
  {
    name: 'a version lands by LINEAR',
    expected: [LANDED],
    play: async ({ deploy }) =>
      void (await deploy({
        edit: strategy({ strategy: 'LINEAR', linearConfiguration: { stepPercent: 50, stepBakeTimeInMinutes: 1 } }),
      })),
  },
  {
    name: 'a version lands by CANARY',
    expected: [LANDED],
    play: async ({ deploy }) => void (await deploy({ edit: strategy(CANARY) })),
  },
  {
    name: "the rule's path is changed after a canary: provisioning drops nothing, and the new version serves",
    expected: [LANDED, LANDED],
    play: async ({ deploy }) => {
      await deploy({ edit: strategy(CANARY) });
      await deploy({ again: true, action: 'provision', edit: both(strategy(CANARY), forAnyPath) });
    },
  },
  {
    name: 'an alarm during a canary moves all traffic back',
    expected: ['rolled-back, exit 1: an alarm went off; old serves, 2 tasks'],
    play: async (scene) => {
      const alarm = await putAlarm(scene);
      await scene.deploy({
        edit: strategy({ ...CANARY, alarms: { alarmNames: [alarm] } }),
        meanwhile: async ({ line }) => {
          await line(/PRODUCTION_TRAFFIC_SHIFT/);
          await setAlarm(scene, alarm, 'ALARM');
        },
      });
    },
  },
  {
    name: 'a version that crashes never gets traffic by BLUE_GREEN',
    provedBy: 'last-stop',
    expected: ['rolled-back, exit 1, had ECS stop: a container exits; old serves, 2 tasks'],
    play: async ({ deploy }) => void (await deploy({ kind: 'crash', edit: strategy({ strategy: 'BLUE_GREEN' }) })),
  },
  {
    name: 'a pause is answered from a later job, and the version lands',
    expected: ['paused, exit 0', 'deployed, exit 0; new serves, 2 tasks'],
    play: async (scene) => {
      await scene.deploy({ unsettled: true, edit: strategy(PAUSING) });
      await answer(scene, 'continue');
    },
  },
  {
    name: 'a pause is answered with a rollback from a later job',
    expected: ['paused, exit 0', 'deployed, exit 0; old serves, 2 tasks'],
    play: async (scene) => {
      await scene.deploy({ unsettled: true, edit: strategy(PAUSING) });
      await answer(scene, 'rollback');
    },
  },
];

export const shifting: readonly Situation[] = situations.map((situation) => ({ ...situation, where: 'shifting' }));

async function answer({ deploy }: Scene, action: 'continue' | 'rollback'): Promise<void> {
  await deploy({ again: true, edit: strategy(PAUSING), inputs: { config: '', mode: 'continue', action } });
}

function forAnyPath({ service }: ServiceFiles): void {
  const [entry] = service['loadBalancers'] as { rules: { conditions: object[] }[] }[];
  entry?.rules[0]?.conditions.push({ field: 'path-pattern', values: ['/*'] });
}
