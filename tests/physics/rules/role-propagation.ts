import { wordsOf } from '../botocore.ts';
import type { Rule } from '../rule.ts';
import { createInstanceProfile, findImage, PROFILE } from '../stage/instances.ts';

const TRUST = { Effect: 'Allow', Principal: { AWS: '123456789012' }, Action: 'sts:AssumeRole' };
const ASSUME = { RoleArn: 'arn:aws:iam::123456789012:role/new', RoleSessionName: 'physics' };

export const rolePropagation: Rule = {
  name: 'role-propagation',
  title: 'A new role cannot be assumed, nor an instance launched with it, for some seconds: one has to try again.',
  // The seconds have to be longer than a call takes on this machine.
  scale: 4,
  run: async (account) => {
    const launch = {
      DryRun: true,
      MinCount: 1,
      MaxCount: 1,
      ImageId: await findImage(account),
      InstanceType: 't2.medium',
      IamInstanceProfile: { Name: PROFILE },
    };
    await account.refusal('ec2', 'RunInstances', launch);
    await account.aws('sts', 'GetCallerIdentity');
    const AssumeRolePolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: TRUST });
    await account.aws('iam', 'CreateRole', { RoleName: 'new', AssumeRolePolicyDocument });
    const assumed = await account.refusal('sts', 'AssumeRole', ASSUME);
    await createInstanceProfile(account);
    const launched = await account.refusal('ec2', 'RunInstances', launch);
    const began = performance.now();
    await account.until(
      'the role to be assumed',
      async () => !(await account.refusal('sts', 'AssumeRole', ASSUME)) || undefined,
      60,
    );
    await account.until(
      'the instance profile to be known',
      async () => (await account.refusal('ec2', 'RunInstances', launch))?.code === 'DryRunOperation' || undefined,
      60,
    );
    const seconds = Math.round((performance.now() - began) / account.realMs(1));
    return {
      holds: assumed?.code === 'AccessDenied' && launched?.code === 'InvalidParameterValue',
      happened: `At once: ${[assumed, launched].filter((refusal) => refusal).length} of 2 refused; both went through within ${seconds} s of trying again.`,
      said: [wordsOf(assumed), wordsOf(launched)].join('\n'),
    };
  },
};
