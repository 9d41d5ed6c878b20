import type { Situation } from '../situation.ts';
import { both, breaker, PATIENT } from './edits.ts';

const OLD = '; old serves, 2 tasks';

/** Deployments that fail, for what the version itself is like. */
export const failing: readonly Situation[] = [
  {
    name: 'a version that crashes is rolled back by the circuit breaker, where failFast is off',
    expected: [`rolled-back, exit 1: a container exits${OLD}`],
    play: async ({ deploy }) =>
      void (await deploy({
        kind: 'crash',
        edit: ({ service }) => {
          service['failFast'] = false;
        },
      })),
  },
  {
    name: 'a version that crashes in two rounds is stopped before the circuit breaker gives up',
    provedBy: 'last-stop',
    expected: [`rolled-back, exit 1, had ECS stop: a container exits${OLD}`],
    play: async ({ deploy }) => void (await deploy({ kind: 'crash', edit: breaker(PATIENT) })),
  },
  {
    name: 'a version that answers its health checks with 503 is rolled back',
    expected: [`rolled-back, exit 1: health checks are answered with 503${OLD}`],
    play: async ({ deploy }) =>
      void (await deploy({
        kind: 'sick',
        edit: both(breaker(2), ({ service }) => {
          service['healthCheckGracePeriodSeconds'] = 5;
        }),
      })),
  },
  {
    name: 'an image that does not exist is proof',
    provedBy: 'first-stop',
    expected: [`rolled-back, exit 1, had ECS stop: the image does not exist${OLD}`],
    play: async ({ deploy }) => void (await deploy({ kind: 'missing', edit: breaker(PATIENT) })),
  },
  {
    name: 'an image for another platform is proof',
    provedBy: 'first-stop',
    expected: [`rolled-back, exit 1, had ECS stop: the image is for another platform${OLD}`],
    play: async ({ deploy }) => void (await deploy({ kind: 'foreign', edit: breaker(PATIENT) })),
  },
  {
    name: 'an image that may not be pulled is proof',
    provedBy: 'first-stop',
    expected: [`rolled-back, exit 1, had ECS stop: the image may not be pulled${OLD}`],
    play: async ({ deploy }) => void (await deploy({ kind: 'private', edit: breaker(PATIENT) })),
  },
  {
    name: 'a parameter that does not exist is proof',
    provedBy: 'first-stop',
    expected: [`rolled-back, exit 1, had ECS stop: a parameter does not exist${OLD}`],
    play: async ({ deploy }) =>
      void (await deploy({
        edit: both(breaker(PATIENT), ({ container, task }) => {
          task['executionRoleArn'] = 'ecsTaskExecutionRole';
          container['secrets'] = [{ name: 'DATABASE_LOCATION', valueFrom: '/shop/nothing' }];
        }),
      })),
  },
  {
    name: 'a task that fits on no instance is proof',
    expected: [`rolled-back, exit 1, had ECS stop: no instance can ever hold the task${OLD}`],
    play: async ({ deploy }) =>
      void (await deploy({
        edit: ({ container }) => {
          container['memory'] = 100_000;
        },
      })),
  },
  {
    name: 'percents that let nothing start or stop are refused before anything is written',
    expected: [`failed, exit 1, nothing written: the percents let nothing move${OLD}`],
    play: async ({ deploy }) =>
      void (await deploy({
        edit: ({ service }) => {
          service['deploymentConfiguration'] = { minimumHealthyPercent: 100, maximumPercent: 100 };
          service['availabilityZoneRebalancing'] = 'DISABLED';
        },
      })),
  },
  {
    name: 'a crashing version is left as it is where the circuit breaker is off',
    provedBy: 'last-stop',
    expected: ['failed, exit 1: a container exits'],
    play: async ({ deploy }) =>
      void (await deploy({
        kind: 'crash',
        unsettled: true,
        edit: ({ service }) => {
          service['deploymentConfiguration'] = { deploymentCircuitBreaker: { enable: false, rollback: false } };
        },
      })),
  },
  {
    name: 'a first deployment that crashes has nothing to go back to',
    begins: 'absent',
    expected: ['failed, exit 1: a container exits'],
    play: async ({ deploy }) => void (await deploy({ kind: 'crash', unsettled: true })),
  },
  {
    name: 'a first deployment of an image that does not exist ends at once',
    begins: 'absent',
    expected: ['failed, exit 1: the image does not exist'],
    play: async ({ deploy }) => void (await deploy({ kind: 'missing', unsettled: true, edit: breaker(PATIENT) })),
  },
  {
    name: 'a first deployment that ECS gives up ends as ECS leaves it',
    begins: 'absent',
    expected: ['failed, exit 1: a container exits'],
    play: async ({ deploy }) =>
      void (await deploy({
        kind: 'crash',
        unsettled: true,
        edit: ({ service }) => {
          service['failFast'] = false;
        },
      })),
  },
  {
    name: 'a deployment that does not end in time is rolled back, and has failed',
    expected: [`timed-out, exit 1, had ECS stop: health checks are answered with 503${OLD}`],
    play: async ({ deploy }) =>
      void (await deploy({
        kind: 'sick',
        inputs: { 'timeout-seconds': '45' },
        edit: both(breaker(2), ({ service }) => {
          service['healthCheckGracePeriodSeconds'] = 90;
        }),
      })),
  },
  {
    name: 'a deployment that does not end in time goes on where rollback is off',
    expected: ['timed-out, exit 1: health checks are answered with 503'],
    play: async ({ deploy }) =>
      void (await deploy({
        kind: 'sick',
        unsettled: true,
        inputs: { 'timeout-seconds': '45' },
        edit: ({ service }) => {
          service['healthCheckGracePeriodSeconds'] = 300;
          service['deploymentConfiguration'] = { deploymentCircuitBreaker: { enable: true, rollback: false } };
        },
      })),
  },
];
