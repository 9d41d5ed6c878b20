import type { DeployOptions } from '../scene/noted-run.ts';
import type { Scene } from '../scene/scene.ts';
import type { Situation } from '../situation.ts';
import { hostOf, type ServiceFiles } from '../stage/config.ts';
import { throttled } from './meddling.ts';

const LANDED = 'deployed, exit 0; new serves, 2 tasks';
/** As service.yaml has it; spelt so that it is no template string. */
const TAG = '$' + '{image.tag}';

/**
 * What comes before and after the rollout: a task before it, the answers through the load balancer, and old revisions.
 */
export const proving: readonly Situation[] = [
  {
    name: 'the new version is asked through the load balancer, and answers',
    expected: [LANDED],
    play: async (scene) => void (await scene.deploy(verifying(scene, TAG))),
  },
  {
    name: 'what ECS calls successful does not answer as it should, and is taken back',
    expected: ['rolled-back, exit 1: the answers are of another version; old serves, 2 tasks'],
    play: async (scene) => void (await scene.deploy(verifying(scene, 'another'))),
  },
  {
    name: 'the way back is found while AWS throttles',
    expected: ['rolled-back, exit 1: the answers are of another version; old serves, 2 tasks'],
    play: async (scene) =>
      void (await scene.deploy({
        ...verifying(scene, 'another'),
        meanwhile: async ({ line, plantFault }) => {
          await line(/another version answers/);
          await plantFault(throttled('ListServiceDeployments', 12));
        },
      })),
  },
  {
    name: 'a task before the deployment succeeds, and the version lands',
    expected: [LANDED],
    play: async ({ deploy }) => void (await deploy({ edit: taskBefore(0) })),
  },
  {
    name: 'a task before the deployment fails, and the service is not updated',
    expected: ['failed, exit 1: the task before the deployment failed; old serves, 2 tasks'],
    play: async ({ deploy }) => void (await deploy({ edit: taskBefore(4) })),
  },
  {
    name: 'old revisions that nothing uses are deregistered after a success',
    expected: [LANDED, LANDED, LANDED, 'as many are left as config keeps'],
    play: async (scene) => {
      const { place, stage } = scene;
      const familyPrefix = `${place.cluster}-${place.service}`;
      const active = async (): Promise<number> => {
        const input = { familyPrefix, status: 'ACTIVE' };
        const { taskDefinitionArns } = await stage.api.ecs<{ taskDefinitionArns: readonly string[] }>(
          'ListTaskDefinitions',
          input,
        );
        return taskDefinitionArns.length;
      };
      // What was played in this place before has left revisions too.
      const keepRevisions = (await active()) + 1;
      const edit = ({ service }: ServiceFiles): void => {
        service['keepRevisions'] = keepRevisions;
      };
      for (const _ of [1, 2, 3]) await scene.deploy({ edit });
      const left = await active();
      scene.note(
        left === keepRevisions ? 'as many are left as config keeps' : `${left} are left, config keeps ${keepRevisions}`,
      );
    },
  },
];

function verifying({ stage, place }: Scene, equals: string): DeployOptions {
  const asked = hostOf(place.service);
  const { host, port, dnsName } = stage.address(place.cluster);
  return {
    inputs: { 'connect-to': `${dnsName}:80:${host}:${port}` },
    edit: ({ service }) => {
      service['verify'] = { host: asked, path: '/', timeoutSeconds: 10, version: { header: 'x-app-version', equals } };
    },
  };
}

const taskBefore =
  (exitCode: number) =>
  ({ service }: ServiceFiles): void => {
    const command = ['node', '-e', `process.exit(${exitCode})`];
    service['beforeDeployment'] = { containerOverrides: [{ name: 'app', command }] };
  };
