import type { JsonObject } from '../../model/json.ts';
import type { PreflightCheck } from '../../model/plan.ts';
import type { CertificateView, EcrImage, ImageView, SecretView } from '../../model/preconditions.ts';
import type { AlarmView } from '../../model/service-views.ts';
import { trusts } from './role-trust.ts';

/** What a look at something says of it. */
export type Verdict = Pick<PreflightCheck, 'state' | 'message'>;

const DAY_MS = 86_400_000;
/** AWS renews what it issued itself 60 days ahead; this close to the end something keeps it from that. */
const EXPIRES_SOON_MS = 30 * DAY_MS;

const failed = (message: string): Verdict => ({ state: 'failed', message });
const passed = (message: string): Verdict => ({ state: 'passed', message });
export const unchecked = (why: string): Verdict => ({ state: 'unchecked', message: `Not looked up: ${why}.` });

export function imageVerdict(image: EcrImage, found: ImageView | 'no-repository' | 'no-image'): Verdict {
  const { account, region, repository, id } = image;
  const registry = `the registry of ${account} in ${region}`;
  if (found === 'no-repository')
    return failed(`There is no repository ${repository} in ${registry}. Create it and push, or correct the image.`);
  if (found === 'no-image') {
    const name = 'tag' in id ? `tagged ${id.tag}` : `with ${id.digest}`;
    return failed(`Repository ${repository} in ${registry} has no image ${name}. Push it before this is applied.`);
  }
  const pushed = found.pushedAt === undefined ? '' : `, pushed ${dayOf(found.pushedAt)}`;
  return passed(`It is ${found.digest.slice(0, 19)}…${pushed}.`);
}

/** `key`: of the secret's JSON, which is not looked at. */
export function secretVerdict(found: SecretView | undefined, key: string | undefined): Verdict {
  if (!found) return failed('There is no such secret. Create it, or correct valueFrom.');
  if (found.deletedAt !== undefined)
    return failed(`It has been scheduled for deletion since ${dayOf(found.deletedAt)}. Restore it, or name another.`);
  return passed(
    key === undefined
      ? 'It exists.'
      : `It exists; whether it has the key ${key} was not checked, since only its value shows that.`,
  );
}

export function parameterVerdict(exists: boolean): Verdict {
  return exists ? passed('It exists.') : failed('There is no such parameter. Create it, or correct valueFrom.');
}

/** `trustPolicy` is undefined where there is no such role. */
export function roleVerdict(trustPolicy: JsonObject | undefined, service: string): Verdict {
  if (!trustPolicy) return failed('There is no such role. Create it, or correct the name.');
  if (trusts(trustPolicy, service)) return passed(`It trusts ${service}.`);
  return failed(`Its trust policy does not let ${service} assume it. Add that principal to the policy.`);
}

export function certificateVerdict(found: CertificateView | undefined, now: number): Verdict {
  if (!found) return failed('There is no such certificate. Request or import it, or correct the ARN.');
  const { status, names, notAfter } = found;
  if (status === 'PENDING_VALIDATION')
    return failed('It waits for validation: set the DNS record that ACM shows; then a listener can use it.');
  if (status !== 'ISSUED') return failed(`It is ${status}. Request another, and use its ARN.`);
  if (notAfter !== undefined && notAfter - now < EXPIRES_SOON_MS)
    return { state: 'warning', message: `It expires on ${dayOf(notAfter)}: see in ACM why it is not renewed.` };
  return passed(`It is issued for ${names.join(', ')}.`);
}

/** `missing`: hosts of the listener that none of its certificates is good for. */
export function coverVerdict(hosts: readonly string[], missing: readonly string[]): Verdict {
  if (missing.length === 0) return passed(`They cover ${hosts.join(', ')}.`);
  return failed(
    `None covers ${missing.join(', ')}: browsers would refuse the connection. Add a certificate with this name.`,
  );
}

/** ECS ignores every alarm of a deployment that starts while one of them fires (aws-facts §1.6). */
export function alarmVerdict(found: AlarmView | undefined): Verdict {
  if (!found) return failed('There is no metric alarm of that name. Create it, or correct alarmNames.');
  switch (found.state) {
    case 'ALARM':
      return failed('It is in ALARM now: ECS starts the deployment, but ignores all of its alarms. Resolve it first.');
    case 'INSUFFICIENT_DATA':
      return passed('It has no data now.');
    default:
      return passed('It is OK.');
  }
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
