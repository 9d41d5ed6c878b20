import type { LiveScaling, ScalingWrite } from '../../plan/scaling/scaling-plan.ts';
import { ownershipTags } from '../../plan/service/service-tags.ts';
import { write } from '../write.ts';
import type { ServiceRun } from './context.ts';

/** Makes the plan's writes to Application Auto Scaling and CloudWatch, in their order. */
export async function writeScaling(
  run: ServiceRun,
  writes: readonly ScalingWrite[],
  { policies }: LiveScaling,
): Promise<void> {
  const policyArns = new Map(policies.map(({ name, arn }) => [name, arn]));
  for (const each of writes) {
    await write(nameOf(each), () => makeWrite(run, each, policyArns), run);
  }
}

async function makeWrite(run: ServiceRun, each: ScalingWrite, policyArns: Map<string, string>): Promise<void> {
  const { scaling, cluster, service } = run;
  switch (each.kind) {
    case 'register-target': {
      const { kind: _, ...target } = each;
      return scaling.registerTarget(cluster.name, service.name, target);
    }
    case 'put-policy':
      policyArns.set(each.name, await scaling.putPolicy(cluster.name, service.name, each.policy));
      return;
    case 'put-alarm': {
      const policyArn = policyArns.get(each.policyName);
      const AlarmActions = [...(policyArn ? [policyArn] : []), ...each.otherActions];
      return scaling.putAlarm({ ...each.alarm, AlarmActions }, ownershipTags(cluster, service));
    }
    case 'delete-alarms':
      return scaling.deleteAlarms(each.names);
    case 'delete-policy':
      return scaling.deletePolicy(cluster.name, service.name, each.name);
    case 'deregister-target':
      return scaling.deregisterTarget(cluster.name, service.name);
  }
}

function nameOf(each: ScalingWrite): string {
  switch (each.kind) {
    case 'register-target':
      return `scalable target ${each.minCapacity}–${each.maxCapacity}`;
    case 'put-policy':
      return `scaling policy ${each.name}`;
    case 'put-alarm':
      return `alarm ${each.name}`;
    case 'delete-alarms':
      return `removal of alarm ${each.names.join(', ')}`;
    case 'delete-policy':
      return `removal of scaling policy ${each.name}`;
    case 'deregister-target':
      return 'removal of the scalable target';
  }
}
