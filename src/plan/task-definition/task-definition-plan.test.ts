import { describe, expect, test } from '@jest/globals';
import { aService } from '../../../tests/builders/cluster.ts';
import { aRevision } from '../../../tests/builders/live-service.ts';
import type { JsonObject } from '../../model/json.ts';
import type { ImageSource, Service } from '../../model/service.ts';
import { checkImageOverrides, parseImageOverrides } from './task-definition-images.ts';
import { planTaskDefinition } from './task-definition-plan.ts';

function service(image: ImageSource, members: JsonObject = {}): Service {
  const stated = image.kind === 'config' ? { image: image.image } : {};
  return aService({
    taskDefinition: {
      family: 'sample',
      definition: { containerDefinitions: [{ name: 'app', ...stated, ...members }] },
      containers: [{ name: 'app', image }],
      source: { '': { file: 'task-definition.yaml', line: 1, column: 1 } },
    },
  });
}

const OWNED = service({ kind: 'config', image: 'app:2' });
const EXTERNAL = service({ kind: 'external', initialImage: 'app:0' });

function revision(number: number, image: string, members: JsonObject = {}, status = 'ACTIVE') {
  return aRevision(
    number,
    { containerDefinitions: [{ name: 'app', image, cpu: 0, essential: true, ...members }] },
    status,
  );
}

describe('the plan of a task definition', () => {
  test('is nothing where the live revision is equal', () => {
    const live = revision(1, 'app:2');
    const plan = planTaskDefinition(OWNED, [], { live, latest: live });
    expect(plan).toMatchObject({ revision: { arn: live.arn }, images: { app: 'app:2' }, change: undefined });
  });

  test('registers what differs and names it', () => {
    const live = revision(1, 'app:1');
    const { revision: next, change } = planTaskDefinition(OWNED, [], { live, latest: live });
    expect(next).toEqual({ register: { family: 'sample', containerDefinitions: [{ name: 'app', image: 'app:2' }] } });
    expect(change?.properties).toEqual([
      {
        path: 'containerDefinitions.app.image',
        before: { kind: 'value', text: 'app:1' },
        after: { kind: 'value', text: 'app:2' },
      },
    ]);
  });

  test('uses a later revision that is equal already', () => {
    const latest = revision(3, 'app:2');
    const plan = planTaskDefinition(OWNED, [], { live: revision(1, 'app:1'), latest });
    expect(plan.revision).toEqual({ arn: latest.arn });
    expect(plan.change?.action).toBe('modify');
  });

  test('registers an equal revision again that somebody has deregistered', () => {
    const live = revision(1, 'app:2', {}, 'INACTIVE');
    const plan = planTaskDefinition(OWNED, [], { live, latest: undefined });
    expect(plan.revision).toHaveProperty('register');
    expect(plan.change?.properties.map(({ path }) => path)).toEqual(['status']);
  });

  test('adds the first revision of a family', () => {
    const plan = planTaskDefinition(OWNED, [], { live: undefined, latest: undefined });
    expect(plan.change).toMatchObject({ action: 'add', properties: [] });
  });

  test('never prints live environment values', () => {
    const environment = (value: string) => ({ environment: [{ name: 'PASSWORD', value }] });
    const live = revision(1, 'app:2', environment('live'));
    const { change } = planTaskDefinition(service({ kind: 'config', image: 'app:2' }, environment('git')), [], {
      live,
      latest: live,
    });
    expect(change?.properties).toEqual([
      {
        path: 'containerDefinitions.app.environment.PASSWORD',
        before: { kind: 'secret' },
        after: { kind: 'value', text: 'git' },
      },
    ]);
    expect(JSON.stringify(change)).not.toContain('"live"');
  });

  test('shows what config has stated before', () => {
    const environment = (value: string) => ({ environment: [{ name: 'LOG', value }] });
    const live = revision(1, 'app:2', environment('info'));
    const wanted = service({ kind: 'config', image: 'app:2' }, environment('debug'));
    const { change } = planTaskDefinition(wanted, [], { live, latest: live, isStated: true });
    expect(change?.properties[0]?.before).toEqual({ kind: 'value', text: 'info' });
  });

  test('prints no value that somebody else has set and that may be a secret', () => {
    const secret = 'S3CRET';
    const live = revision(1, 'app:2', {
      command: ['run', `--password=${secret}`],
      entryPoint: ['sh', '-c', secret],
      environment: [{ name: 'PASSWORD', value: secret }],
      healthCheck: { command: ['CMD-SHELL', `curl -H "Authorization: ${secret}" localhost`] },
      dockerLabels: { token: secret },
      logConfiguration: {
        logDriver: 'awsfirelens',
        options: { http_Passwd: secret, Header: `Authorization Bearer ${secret}`, url: `https://u:${secret}@h` },
      },
    });
    const volumes = [{ name: 'share', dockerVolumeConfiguration: { driverOpts: { o: `password=${secret}` } } }];
    const view = { ...live, definition: { ...live.definition, volumes } };
    const { change } = planTaskDefinition(OWNED, [], { live: view, latest: view });
    expect(change?.properties.filter(({ before }) => before.kind === 'secret').length).toBe(9);
    expect(JSON.stringify(change)).not.toContain(secret);
  });

  test.each([
    ['the initial image before there is a live one', undefined, '', 'app:0'],
    ['the live image', 'app:7', '', 'app:7'],
    ['the image of the input', 'app:7', 'app=app:8', 'app:8'],
    ['the image of the input for this service', 'app:7', 'sample-ecs-service/app=app:9', 'app:9'],
  ])('gives an external container %s', (_, live, input, expected) => {
    const view = live === undefined ? undefined : revision(1, live);
    const plan = planTaskDefinition(EXTERNAL, parseImageOverrides(input), { live: view, latest: view });
    expect(plan.images).toEqual({ app: expected });
    expect(plan.change === undefined).toBe(live === expected);
  });
});

describe('the input images', () => {
  test('holds lines of [service/]container=image', () => {
    expect(parseImageOverrides('\n app=host:5000/a/b@sha256:0=\n web/app=x:1 \n')).toEqual([
      { service: undefined, container: 'app', image: 'host:5000/a/b@sha256:0=' },
      { service: 'web', container: 'app', image: 'x:1' },
    ]);
  });

  test.each([
    ['a line without an image', 'app=', /not \[service\/\]container=image/],
    ['a container whose image config owns', 'app=x', /owned by config \(task-definition\.yaml:1\)/],
    ['an unknown container', 'nginx=x', /no service of this run has a container nginx/],
    ['an unknown service', 'web/app=x', /no service of this run has a container web\/app/],
  ])('refuses %s', (_, input, message) => {
    expect(() => checkImageOverrides(parseImageOverrides(input), [OWNED])).toThrow(message);
  });

  test('admits external containers', () => {
    expect(() => checkImageOverrides(parseImageOverrides('app=x'), [EXTERNAL])).not.toThrow();
  });
});
