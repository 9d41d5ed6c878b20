import { describe, expect, test } from '@jest/globals';
import type { Action, RedirectActionConfig } from '../../../shapes/elbv2.d.ts';
import { normalizeActions } from './actions.ts';
import { redirectLocation } from './redirect.ts';
import { applyTransforms } from './transforms.ts';

const groups = (count: number) => Array.from({ length: count }, (_, index) => ({ TargetGroupArn: `group-${index}` }));

describe('actions are filled in', () => {
  test.each<[Action, Action]>([
    [
      { Type: 'forward', TargetGroupArn: 'a' },
      {
        Type: 'forward',
        TargetGroupArn: 'a',
        ForwardConfig: {
          TargetGroups: [{ TargetGroupArn: 'a', Weight: 1 }],
          TargetGroupStickinessConfig: { Enabled: false },
        },
      },
    ],
    [
      {
        Type: 'forward',
        Order: 1,
        ForwardConfig: { TargetGroups: [{ TargetGroupArn: 'a', Weight: 0 }, { TargetGroupArn: 'b' }] },
      },
      {
        Type: 'forward',
        Order: 1,
        ForwardConfig: {
          TargetGroups: [
            { TargetGroupArn: 'a', Weight: 0 },
            { TargetGroupArn: 'b', Weight: 1 },
          ],
          TargetGroupStickinessConfig: { Enabled: false },
        },
      },
    ],
    [
      { Type: 'redirect', RedirectConfig: { Protocol: 'HTTPS', Port: '443', StatusCode: 'HTTP_301' } },
      {
        Type: 'redirect',
        RedirectConfig: {
          Protocol: 'HTTPS',
          Port: '443',
          Host: '#{host}',
          Path: '/#{path}',
          Query: '#{query}',
          StatusCode: 'HTTP_301',
        },
      },
    ],
    [
      { Type: 'fixed-response', FixedResponseConfig: { StatusCode: '404' } },
      { Type: 'fixed-response', FixedResponseConfig: { StatusCode: '404' } },
    ],
  ])('%j', (action, filled) => {
    expect(normalizeActions([action])).toEqual([filled]);
  });
});

describe('actions are refused', () => {
  test.each<[Action[], string]>([
    [[], 'An action must be specified'],
    [[{ Type: 'forward' }], 'A target group ARN must be specified'],
    [[{ Type: 'forward', ForwardConfig: { TargetGroups: groups(6) } }], "at most '5' target groups"],
    [[{ Type: 'forward', ForwardConfig: { TargetGroups: [...groups(1), ...groups(1)] } }], 'only be specified once'],
    [[{ Type: 'forward', TargetGroupArn: 'x', ForwardConfig: { TargetGroups: groups(1) } }], 'the same target group'],
    [
      [{ Type: 'forward', ForwardConfig: { TargetGroups: [{ TargetGroupArn: 'a', Weight: 1_000 }] } }],
      "weight '1000' must be between 0 and 999",
    ],
    [
      [{ Type: 'redirect', RedirectConfig: { Query: 'a', StatusCode: 'HTTP_302' } }],
      'The redirect configuration is not valid because it creates a loop',
    ],
    [
      [{ Type: 'fixed-response', FixedResponseConfig: { StatusCode: '200', ContentType: 'image/png' } }],
      "Content type 'image/png' must be one of",
    ],
    [
      [{ Type: 'authenticate-oidc' }, { Type: 'forward', TargetGroupArn: 'a' }],
      "This emulator does not perform actions of type 'authenticate-oidc'",
    ],
    [
      [
        { Type: 'forward', TargetGroupArn: 'a' },
        { Type: 'fixed-response', FixedResponseConfig: { StatusCode: '200' } },
      ],
      'Exactly one of forward, redirect and fixed-response',
    ],
  ])('%j', (actions, message) => {
    expect(() => normalizeActions(actions)).toThrow(message);
  });
});

describe('a redirect goes to', () => {
  const source = { protocol: 'http', host: 'a.example', port: 80, path: '/x/y', query: 'q=1' };
  test.each<[Omit<RedirectActionConfig, 'StatusCode'>, string]>([
    [{ Protocol: 'HTTPS', Port: '443' }, 'https://a.example:443/x/y?q=1'],
    [{ Host: 'www.#{host}' }, 'http://www.a.example:80/x/y?q=1'],
    [{ Path: '/new/#{path}', Query: '' }, 'http://a.example:80/new/x/y'],
    [{ Path: '/', Query: 'from=#{path}&#{query}' }, 'http://a.example:80/?from=x/y&q=1'],
  ])('%j', (config, location) => {
    const [action] = normalizeActions([
      { Type: 'redirect', RedirectConfig: { Path: '/changed', ...config, StatusCode: 'HTTP_301' } },
    ]);
    const filled = { ...action?.RedirectConfig, StatusCode: 'HTTP_301' as const };
    expect(redirectLocation({ ...filled, Path: config.Path ?? '/#{path}' }, source)).toBe(location);
  });
});

test('transforms rewrite what targets see', () => {
  const transforms = [
    { Type: 'url-rewrite' as const, UrlRewriteConfig: { Rewrites: [{ Regex: '^/api/(.+)$', Replace: '/$1' }] } },
    {
      Type: 'host-header-rewrite' as const,
      HostHeaderRewriteConfig: { Rewrites: [{ Regex: '^(.+)\\.example\\.com$', Replace: '$1.internal' }] },
    },
  ];
  expect(applyTransforms(transforms, { host: 'a.example.com', url: '/api/x?y=1' })).toEqual({
    host: 'a.internal',
    url: '/x?y=1',
  });
});
