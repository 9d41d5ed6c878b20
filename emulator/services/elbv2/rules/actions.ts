import { AwsError } from '../../../core/errors.ts';
import type { Action, ForwardActionConfig, RedirectActionConfig } from '../../../shapes/elbv2.d.ts';
import { validationError } from '../finders.ts';
import { QUOTAS } from '../quotas.ts';

const CONTENT_TYPES = ['text/plain', 'text/css', 'text/html', 'application/javascript', 'application/json'];

const invalidAction = (message: string): AwsError => new AwsError('InvalidLoadBalancerAction', message);

/** A rule's actions as AWS stores and describes them, defaults filled in; throws where AWS refuses them. */
export function normalizeActions(actions: readonly Action[]): Action[] {
  const [action, ...others] = actions;
  if (!action) throw validationError('An action must be specified');
  const unserved = actions.find(({ Type }) => Type.startsWith('authenticate-') || Type === 'jwt-validation');
  if (unserved) throw invalidAction(`This emulator does not perform actions of type '${unserved.Type}'`);
  if (others.length > 0)
    throw invalidAction('Exactly one of forward, redirect and fixed-response must be the action of a rule');
  return [{ ...normalizeAction(action), ...(action.Order !== undefined && { Order: action.Order }) }];
}

function normalizeAction(action: Action): Action {
  switch (action.Type) {
    case 'forward':
      return normalizeForward(action);
    case 'redirect':
      return { Type: 'redirect', RedirectConfig: normalizeRedirect(action.RedirectConfig) };
    case 'fixed-response': {
      const { StatusCode, MessageBody, ContentType } = action.FixedResponseConfig ?? {};
      if (StatusCode === undefined)
        throw validationError('A status code must be specified for a fixed-response action');
      if (ContentType !== undefined && !CONTENT_TYPES.includes(ContentType))
        throw validationError(`Content type '${ContentType}' must be one of '[${CONTENT_TYPES.join(', ')}]'`);
      return { Type: 'fixed-response', FixedResponseConfig: { StatusCode, MessageBody, ContentType } };
    }
    case 'authenticate-oidc':
    case 'authenticate-cognito':
    case 'jwt-validation':
      throw invalidAction(`Action type '${action.Type}' cannot be the last`);
  }
}

function normalizeForward({ TargetGroupArn, ForwardConfig }: Action): Action {
  const named = ForwardConfig?.TargetGroups ?? (TargetGroupArn === undefined ? [] : [{ TargetGroupArn }]);
  if (named.length === 0) throw validationError('A target group ARN must be specified');
  if (named.length > QUOTAS.targetGroupsPerAction)
    throw new AwsError(
      'TooManyTargetGroups',
      `A forward action can have at most '${QUOTAS.targetGroupsPerAction}' target groups`,
    );
  const arns = named.map((group) => group.TargetGroupArn ?? '');
  if (new Set(arns).size < arns.length) throw validationError('A target group can only be specified once in an action');
  if (TargetGroupArn !== undefined && !arns.includes(TargetGroupArn))
    throw validationError('TargetGroupArn and ForwardConfig must name the same target group');
  const groups = named.map(({ TargetGroupArn: arn, Weight = 1 }) => {
    if (Weight < 0 || Weight > 999) throw validationError(`Target group weight '${Weight}' must be between 0 and 999`);
    return { TargetGroupArn: arn, Weight };
  });
  return {
    Type: 'forward',
    ...(groups.length === 1 && { TargetGroupArn: arns[0] }),
    ForwardConfig: { TargetGroups: groups, TargetGroupStickinessConfig: normalizeStickiness(ForwardConfig) },
  };
}

function normalizeStickiness(config: ForwardActionConfig | undefined) {
  const { Enabled = false, DurationSeconds } = config?.TargetGroupStickinessConfig ?? {};
  if (!Enabled) return { Enabled, DurationSeconds };
  if (DurationSeconds === undefined || DurationSeconds < 1 || DurationSeconds > 604_800)
    throw validationError('Target group stickiness duration must be between 1 and 604800 seconds');
  return { Enabled, DurationSeconds };
}

function normalizeRedirect(config: RedirectActionConfig | undefined): RedirectActionConfig {
  if (!config) throw validationError('A redirect configuration must be specified for a redirect action');
  const redirect = {
    Protocol: '#{protocol}',
    Port: '#{port}',
    Host: '#{host}',
    Path: '/#{path}',
    Query: '#{query}',
    ...config,
  };
  const loops =
    redirect.Protocol === '#{protocol}' &&
    redirect.Port === '#{port}' &&
    redirect.Host === '#{host}' &&
    redirect.Path === '/#{path}';
  if (loops) throw invalidAction('The redirect configuration is not valid because it creates a loop');
  return redirect;
}

/** The target groups that actions forward to. */
export function forwardedTo(actions: readonly Action[]): string[] {
  return actions
    .flatMap(({ ForwardConfig }) => ForwardConfig?.TargetGroups ?? [])
    .flatMap(({ TargetGroupArn = [] }) => TargetGroupArn);
}
