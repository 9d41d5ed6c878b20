import { eventually } from '../scene/eventually.ts';
import type { Scene } from '../scene/scene.ts';
import type { Situation } from '../situation.ts';
import { serviceDeployments } from '../stage/api.ts';
import { putAlarm, setAlarm } from './alarms.ts';

const LANDED = 'deployed, exit 0; new serves, 2 tasks';

/** Deployments that somebody or something else interferes with. */
export const meddling: readonly Situation[] = [
  {
    name: 'a person stops the deployment',
    expected: ['rolled-back, exit 1: somebody had it rolled back; old serves, 2 tasks'],
    play: async (scene) =>
      void (await scene.deploy({
        meanwhile: async ({ line }) => {
          await line(/has started \d+ tasks/);
          await stopDeployment(scene);
        },
      })),
  },
  {
    name: 'a person stops the deployment of a version that is slow to be healthy',
    expected: ['rolled-back, exit 1: somebody had it rolled back; old serves, 2 tasks'],
    play: async (scene) =>
      void (await scene.deploy({
        kind: 'slow',
        meanwhile: async ({ line }) => {
          await line(/PRIMARY 2\/2 running/);
          await scene.stage.pause(10);
          await stopDeployment(scene);
        },
      })),
  },
  {
    name: 'another tool deploys another version over it',
    expected: ['superseded, exit 1: another deployment took over; other serves, 2 tasks'],
    play: async ({ deploy, otherDeploys }) =>
      void (await deploy({
        meanwhile: async ({ line }) => {
          await line(/has started \d+ tasks/);
          await otherDeploys();
        },
      })),
  },
  {
    name: 'another tool sends the same task definition again',
    expected: [LANDED],
    play: async (scene) =>
      void (await scene.deploy({
        meanwhile: async ({ line }) => {
          await line(/has started \d+ tasks/);
          const { cluster, service } = scene.place;
          await scene.stage.api.ecs('UpdateService', { cluster, service, forceNewDeployment: true });
        },
      })),
  },
  {
    name: 'another tool sends the same task definition again while reads are stale',
    expected: [LANDED],
    play: async (scene) =>
      void (await scene.deploy({
        meanwhile: async ({ line, plantFault }) => {
          await line(/has started \d+ tasks/);
          await plantFault({ operation: 'ecs:DescribeServices', stale: { seconds: 9 } });
          await scene.stage.pause(2);
          const { cluster, service } = scene.place;
          await scene.stage.api.ecs('UpdateService', { cluster, service, forceNewDeployment: true });
        },
      })),
  },
  {
    name: 'somebody deletes the service while it rolls out, so that requests are lost',
    loses: true,
    expected: ['failed, exit 1: the service was deleted; nothing serves, 0 tasks'],
    play: async ({ deploy, otherDeletes }) =>
      void (await deploy({
        meanwhile: async ({ line }) => {
          await line(/has started \d+ tasks/);
          await otherDeletes();
        },
      })),
  },
  {
    name: 'somebody scales the service while it rolls out',
    expected: ['deployed, exit 0; new serves, 3 tasks'],
    play: async (scene) =>
      void (await scene.deploy({
        meanwhile: async ({ line }) => {
          await line(/has started \d+ tasks/);
          await setCount(scene, 3);
        },
      })),
  },
  {
    name: "another's deployment is waited for",
    expected: [LANDED],
    play: async ({ deploy, otherDeploys }) => {
      await otherDeploys();
      await deploy();
    },
  },
  {
    name: "another's deployment that does not end is left alone, and nothing is written",
    expected: ['blocked, exit 1, nothing written: another deployment is under way; old serves, 2 tasks'],
    play: async ({ deploy, otherDeploys }) => {
      await otherDeploys('sick');
      await deploy({ inputs: { 'timeout-seconds': '10' } });
    },
  },
  {
    name: "another run's deployment of the same version is followed, and left where it does not end in time",
    expected: ['timed-out, exit 1, nothing written: the time was up', LANDED],
    play: async ({ deploy }) =>
      void (await deploy({
        kind: 'slow',
        meanwhile: async ({ line }) => {
          await line(/has started \d+ tasks/);
          await deploy({ again: true, inputs: { 'timeout-seconds': '8' }, unsettled: true });
        },
      })),
  },
  {
    name: 'a rollback that is in progress is waited for',
    expected: [LANDED],
    play: async (scene) => {
      await scene.otherDeploys('sick');
      await stopDeployment(scene);
      await scene.deploy();
    },
  },
  {
    name: 'an alarm goes off while it rolls out',
    expected: ['rolled-back, exit 1: an alarm went off; old serves, 2 tasks'],
    play: async (scene) => {
      const alarm = await putAlarm(scene);
      await scene.deploy({
        edit: watching(alarm),
        meanwhile: async ({ line }) => {
          await line(/has started \d+ tasks/);
          await setAlarm(scene, alarm, 'ALARM');
        },
      });
    },
  },
  {
    name: 'an alarm that was red before is no reason',
    expected: [LANDED],
    play: async (scene) => {
      const alarm = await putAlarm(scene);
      await setAlarm(scene, alarm, 'ALARM');
      await scene.deploy({ edit: watching(alarm) });
    },
  },
  {
    name: 'AWS throttles reads and writes',
    expected: [LANDED],
    play: async ({ deploy }) =>
      void (await deploy({
        faults: [
          throttled('DescribeServices', 3),
          throttled('RegisterTaskDefinition', 2),
          throttled('UpdateService', 2),
          throttled('DescribeServiceDeployments', 3),
        ],
      })),
  },
  {
    name: 'AWS throttles for so long that nothing can be planned',
    expected: ['failed, exit 1, nothing written: AWS throttles; old serves, 2 tasks'],
    play: async ({ deploy }) => void (await deploy({ faults: [throttled('DescribeServices', 50)] })),
  },
  {
    name: 'reads are stale after the update',
    expected: [LANDED],
    play: async ({ deploy }) =>
      void (await deploy({
        faults: [{ operation: 'ecs:DescribeServices', stale: { after: 'ecs:UpdateService', seconds: 9 } }],
      })),
  },
];

export function throttled(operation: string, times: number): object {
  return { operation: `ecs:${operation}`, times, error: { code: 'ThrottlingException', message: 'Rate exceeded' } };
}

export async function setCount({ stage, place: { cluster, service } }: Scene, desiredCount: number): Promise<void> {
  await stage.api.ecs('UpdateService', { cluster, service, desiredCount });
}

/** As a person does in the console; ECS lists a deployment some seconds after it was made. */
async function stopDeployment({ stage, place: { cluster, service } }: Scene): Promise<void> {
  const arn = await eventually(stage, 'ECS lists the deployment', async () => {
    const found = await serviceDeployments(stage.api, cluster, service);
    return found.find(({ status }) => status === 'IN_PROGRESS' || status === 'PENDING')?.serviceDeploymentArn;
  });
  await stage.api.ecs('StopServiceDeployment', { serviceDeploymentArn: arn, stopType: 'ROLLBACK' });
}

const watching =
  (alarm: string) =>
  ({ service }: { service: Record<string, unknown> }): void => {
    service['deploymentConfiguration'] = { alarms: { alarmNames: [alarm] } };
  };
