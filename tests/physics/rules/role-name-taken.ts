import { wordsOf } from '../botocore.ts';
import type { Rule } from '../rule.ts';
import { createStack } from '../stage/stack.ts';

const TRUST = {
  Version: '2012-10-17',
  Statement: { Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' },
};

export const roleNameTaken: Rule = {
  name: 'role-name-taken',
  title: 'A role that exists makes a create under its name fail, and a stack with it.',
  scale: 120,
  run: async (account) => {
    const role = { RoleName: 'taken', AssumeRolePolicyDocument: JSON.stringify(TRUST) };
    await account.aws('iam', 'CreateRole', role);
    const refusal = await account.refusal('iam', 'CreateRole', role);
    const stack = await createStack(account, {
      Type: 'AWS::IAM::Role',
      Properties: { RoleName: 'taken', AssumeRolePolicyDocument: TRUST },
    });
    return {
      holds: refusal?.code === 'EntityAlreadyExists' && stack.status === 'ROLLBACK_COMPLETE',
      happened: `A second CreateRole was ${refusal ? 'refused' : 'accepted'}; the stack is ${stack.status}.`,
      said: [wordsOf(refusal), stack.reason].join('\n'),
    };
  },
};
