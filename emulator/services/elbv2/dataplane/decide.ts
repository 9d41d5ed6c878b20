import type { Action } from '../../../shapes/elbv2.d.ts';
import { redirectLocation } from '../rules/redirect.ts';
import { applyTransforms } from '../rules/transforms.ts';
import type { Rule } from '../store.ts';
import type { Answer, OwnStatus } from './answers.ts';
import { chooseGroup, chooseTarget, routableTargets } from './balance.ts';
import type { Exchange, Plane } from './exchange.ts';
import { factsOf, requestTarget } from './facts.ts';
import type { Route } from './forward.ts';
import { refusal } from './limits.ts';
import { groupCookies, parseCookies, stuckGroup, stuckTarget, targetCookies } from './stickiness.ts';

/** What becomes of a request: a page of the load balancer's own, a fixed response, or a target. */
export type Decision =
  | { readonly kind: 'own'; readonly status: OwnStatus; readonly headers?: readonly string[] }
  | { readonly kind: 'fixed'; readonly answer: Answer }
  | { readonly kind: 'forward'; readonly route: Route };

/** Decides as the first rule that applies to the request says. */
export function decide(plane: Plane, exchange: Exchange): Decision {
  const refused = refusal(exchange.request);
  if (refused) return { kind: 'own', status: refused };
  const facts = factsOf(exchange.request);
  const rule = exchange.listener.rules.find(({ matches }) => matches(facts));
  const action = rule?.actions.at(-1);
  if (!rule || !action) throw new Error(`${exchange.listener.arn} has no default rule`);
  if (action.FixedResponseConfig) {
    const { StatusCode, MessageBody = '', ContentType = 'text/plain' } = action.FixedResponseConfig;
    const contentType = `${ContentType}; charset=utf-8`;
    return { kind: 'fixed', answer: { status: Number(StatusCode), contentType, body: MessageBody } };
  }
  if (action.RedirectConfig) {
    const location = redirectLocation(action.RedirectConfig, {
      ...facts,
      protocol: 'http',
      port: exchange.listener.port,
    });
    const status = action.RedirectConfig.StatusCode === 'HTTP_301' ? 301 : 302;
    return { kind: 'own', status, headers: ['Location', location] };
  }
  const route = routeTo(plane, exchange, rule, action);
  return route ? { kind: 'forward', route } : { kind: 'own', status: 503 };
}

/** undefined: the group has no target that may get requests, or no group has weight. No other group takes its place. */
function routeTo(plane: Plane, exchange: Exchange, rule: Rule, { ForwardConfig }: Action): Route | undefined {
  const { request, listener, now } = exchange;
  const groups = ForwardConfig?.TargetGroups ?? [];
  const stickiness = ForwardConfig?.TargetGroupStickinessConfig;
  const cookies = parseCookies(request.headersDistinct['cookie']);
  const arns = groups.flatMap(({ TargetGroupArn = [] }) => TargetGroupArn);
  const arn = stuckGroup(stickiness, arns, cookies) ?? chooseGroup(groups, plane.random);
  const group = arn === undefined ? undefined : plane.store.targetGroups.get(arn);
  if (!group) return undefined;
  const { attributes } = group;
  const routable = routableTargets(group, listener.loadBalancer);
  const targets = plane.world.sabotage.has('fail-open')
    ? routable.filter(({ health }) => health.state === 'healthy')
    : routable;
  const target =
    stuckTarget(attributes, targets, cookies) ?? chooseTarget(group, targets, { now, random: plane.random });
  if (!target) return undefined;
  return {
    target,
    ...applyTransforms(rule.transforms, { host: request.headers.host ?? '', url: requestTarget(request) }),
    cookies: (setByTarget) => [
      ...groupCookies(stickiness, group.arn, now),
      ...targetCookies(attributes, target, now, setByTarget),
    ],
  };
}
