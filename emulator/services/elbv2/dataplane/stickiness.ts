import { createHash } from 'node:crypto';
import type { TargetGroupStickinessConfig } from '../../../shapes/elbv2.d.ts';
import type { Attributes } from '../attributes/attributes.ts';
import { attribute, numberAttribute } from '../attributes/attributes.ts';
import type { Target } from '../targets/target.ts';
import { targetKey } from '../targets/target.ts';

/** The client's cookies by name. */
export type Cookies = ReadonlyMap<string, string>;

export function parseCookies(headers: readonly string[] = []): Cookies {
  const parts = headers.flatMap((header) => header.split(';')).map((part) => part.trim());
  return new Map(parts.map((part) => [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)]));
}

/** Stands for a target or a group in a cookie, without giving it away. AWS encrypts; clients cannot read either. */
const token = (subject: string): string => createHash('sha256').update(subject).digest('base64url');

const targetToken = (target: Target): string => token(targetKey(target.id, target.port));

function setCookie(name: string, value: string, seconds: number, now: number): string[] {
  const lasting = `${value}; Expires=${new Date(now + seconds * 1_000).toUTCString()}; Path=/`;
  return ['Set-Cookie', `${name}=${lasting}`, 'Set-Cookie', `${name}CORS=${lasting}; SameSite=None; Secure`];
}

/** The group that an earlier answer bound the client to, if it is still one of the action's. */
export function stuckGroup(
  config: TargetGroupStickinessConfig | undefined,
  arns: readonly string[],
  cookies: Cookies,
): string | undefined {
  return config?.Enabled ? arns.find((arn) => token(arn) === cookies.get('AWSALBTG')) : undefined;
}

export function groupCookies(config: TargetGroupStickinessConfig | undefined, arn: string, now: number): string[] {
  return config?.Enabled ? setCookie('AWSALBTG', token(arn), config.DurationSeconds ?? 0, now) : [];
}

function cookieName(attributes: Attributes): 'AWSALB' | 'AWSALBAPP-0' | undefined {
  if (attribute(attributes, 'stickiness.enabled') !== 'true') return undefined;
  return attribute(attributes, 'stickiness.type') === 'lb_cookie' ? 'AWSALB' : 'AWSALBAPP-0';
}

/** The target that an earlier answer bound the client to, if it may still get requests. */
export function stuckTarget(attributes: Attributes, targets: readonly Target[], cookies: Cookies): Target | undefined {
  const name = cookieName(attributes);
  return name && targets.find((target) => targetToken(target) === cookies.get(name));
}

/** Header lines that bind the client to the target; with app_cookie only where the application set its own cookie. */
export function targetCookies(
  attributes: Attributes,
  target: Target,
  now: number,
  setByTarget: readonly string[],
): string[] {
  const name = cookieName(attributes);
  if (!name) return [];
  if (name === 'AWSALB')
    return setCookie(
      name,
      targetToken(target),
      numberAttribute(attributes, 'stickiness.lb_cookie.duration_seconds'),
      now,
    );
  const own = `${attribute(attributes, 'stickiness.app_cookie.cookie_name')}=`;
  if (!setByTarget.some((cookie) => cookie.startsWith(own))) return [];
  return setCookie(
    name,
    targetToken(target),
    numberAttribute(attributes, 'stickiness.app_cookie.duration_seconds'),
    now,
  );
}
