import type { DescribeAlarmsOutput } from '../../../emulator/shapes/cloudwatch.d.ts';
import type { Account } from '../account.ts';
import type { Rule } from '../rule.ts';
import { findNetwork } from '../stage/network.ts';
import { awaitEvent, createService, redeploy, registerApplication, rolloutState } from '../stage/service.ts';
import { raiseCluster } from '../stage/stage.ts';

export const alarmAlreadyRed: Rule = {
  name: 'alarm-already-red',
  title: 'An alarm that is in ALARM when a deployment starts is ignored for all of it.',
  scale: 60,
  run: async (account) => {
    await raiseCluster(account, await findNetwork(account), [0]);
    // Nobody reports the metric: what is missing is bad for one alarm, and good for the other.
    await createAlarm(account, 'red', 'breaching');
    await createAlarm(account, 'green', 'notBreaching');
    await createService(account, 'web', { taskDefinition: await registerApplication(account, 'app') });
    await rolloutState(account, 'web');
    await account.until('the alarm to be red', async () => (await stateOf(account, 'red')) === 'ALARM' || undefined);
    await account.until('the other to be green', async () => (await stateOf(account, 'green')) === 'OK' || undefined);

    const ignored = await endOf(account, await redeploy(account, 'web', watching('red')));
    const second = await redeploy(account, 'web', watching('green'));
    await account.elapse(25);
    await account.aws('cloudwatch', 'SetAlarmState', { AlarmName: 'green', StateValue: 'ALARM', StateReason: 'drill' });
    const heeded = await endOf(account, second);
    return {
      holds: ignored.endsWith('deployment completed.') && heeded.endsWith('deployment failed: alarm detected.'),
      happened: `With an alarm that was red before: ${fate(ignored)}; with one that turned red meanwhile: ${fate(heeded)}.`,
      said: [ignored, heeded].join('\n'),
    };
  },
};

const watching = (alarmName: string): object => ({
  forceNewDeployment: true,
  deploymentConfiguration: { alarms: { alarmNames: [alarmName], enable: true, rollback: true } },
});

const endOf = (account: Account, deploymentId: string): Promise<string> =>
  awaitEvent(account, 'web', new RegExp(`deployment ${deploymentId}\\) deployment (completed|failed)`));

const fate = (event: string): string => event.replace(/^.*\) deployment (completed|failed).*$/, '$1');

async function createAlarm({ aws }: Account, AlarmName: string, TreatMissingData: string): Promise<void> {
  await aws('cloudwatch', 'PutMetricAlarm', {
    AlarmName,
    TreatMissingData,
    Namespace: 'Physics',
    MetricName: 'Errors',
    Statistic: 'Sum',
    Period: 60,
    EvaluationPeriods: 1,
    Threshold: 1,
    ComparisonOperator: 'GreaterThanThreshold',
  });
}

async function stateOf({ aws }: Account, name: string): Promise<string | undefined> {
  const { MetricAlarms } = await aws<DescribeAlarmsOutput>('cloudwatch', 'DescribeAlarms', { AlarmNames: [name] });
  return MetricAlarms?.[0]?.StateValue;
}
