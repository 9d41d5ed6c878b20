import { describe, expect, test } from '@jest/globals';
import { timeScale } from './clock.ts';

describe('ECS_GITOPS_TIME_SCALE', () => {
  test.each([
    [{}, 1],
    [{ ECS_GITOPS_TIME_SCALE: '20', AWS_ENDPOINT_URL: 'http://127.0.0.1:4566' }, 20],
    [{ ECS_GITOPS_TIME_SCALE: '20', AWS_ENDPOINT_URL: 'http://localhost:4566' }, 20],
    [{ ECS_GITOPS_TIME_SCALE: '20', AWS_ENDPOINT_URL: 'http://[::1]:4566' }, 20],
    [{ ECS_GITOPS_TIME_SCALE: '1' }, 1],
  ])('%j scales by %i', (env, scale) => {
    expect(timeScale(env)).toBe(scale);
  });

  test.each([
    [{ ECS_GITOPS_TIME_SCALE: '20' }],
    [{ ECS_GITOPS_TIME_SCALE: '20', AWS_ENDPOINT_URL: 'https://ecs.eu-west-1.amazonaws.com' }],
    [{ ECS_GITOPS_TIME_SCALE: '20', AWS_ENDPOINT_URL: 'http://127.0.0.1.example.com' }],
    [{ ECS_GITOPS_TIME_SCALE: '0', AWS_ENDPOINT_URL: 'http://127.0.0.1' }],
    [{ ECS_GITOPS_TIME_SCALE: 'fast', AWS_ENDPOINT_URL: 'http://127.0.0.1' }],
  ])('%j is refused', (env) => {
    expect(() => timeScale(env)).toThrow(expect.objectContaining({ code: 'TIME_SCALE_REFUSED' }));
  });
});
