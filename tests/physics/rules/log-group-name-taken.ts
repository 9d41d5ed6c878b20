import { wordsOf } from '../botocore.ts';
import type { Rule } from '../rule.ts';
import { createStack } from '../stage/stack.ts';

export const logGroupNameTaken: Rule = {
  name: 'log-group-name-taken',
  title: 'A log group that exists makes a create under its name fail, and a stack with it.',
  scale: 120,
  run: async (account) => {
    await account.aws('logs', 'CreateLogGroup', { logGroupName: '/taken' });
    const refusal = await account.refusal('logs', 'CreateLogGroup', { logGroupName: '/taken' });
    const stack = await createStack(account, {
      Type: 'AWS::Logs::LogGroup',
      Properties: { LogGroupName: '/taken' },
    });
    return {
      holds: refusal?.code === 'ResourceAlreadyExistsException' && stack.status === 'ROLLBACK_COMPLETE',
      happened: `A second CreateLogGroup was ${refusal ? 'refused' : 'accepted'}; the stack is ${stack.status}.`,
      said: [wordsOf(refusal), stack.reason].join('\n'),
    };
  },
};
