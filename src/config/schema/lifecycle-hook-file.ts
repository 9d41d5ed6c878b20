import { z } from 'zod';
import { anyJson, awsEnum } from './aws-structures.ts';
import { roleArn, text } from './formats.ts';

const functionArn = text(
  'the ARN of a Lambda function',
  'Write it like arn:aws:lambda:ap-northeast-1:123456789012:function:NAME.',
  /^arn:aws[\w-]*:lambda:[\w-]+:\d{12}:function:[\w:$-]+$/,
);

const timeout = z
  .strictObject({
    timeoutInMinutes: z.int().min(1).default(1440).meta({ description: 'Minutes that ECS waits for the hook.' }),
    action: awsEnum('DeploymentLifecycleHookAction')
      .default('ROLLBACK')
      .meta({ description: 'What ECS does after this time.' }),
  })
  .optional()
  .meta({ description: 'How long ECS waits for the hook.', 'x-default': '1440 minutes, then `ROLLBACK`' });

const hook = z.strictObject({
  targetType: awsEnum('DeploymentLifecycleHookTargetType').default('AWS_LAMBDA').meta({
    description: '`AWS_LAMBDA` invokes a function, `PAUSE` waits for an answer (`mode: continue` of deploy-service).',
  }),
  hookTargetArn: functionArn.optional().meta({ description: 'The function to invoke, with `AWS_LAMBDA`.' }),
  roleArn: roleArn.optional().meta({
    description: 'Role that lets ECS invoke the function.',
    'x-default': '`roles.hook`',
  }),
  lifecycleStages: z
    .array(awsEnum('DeploymentLifecycleHookStage'))
    .min(1)
    .meta({ description: 'Stages of the deployment at which it runs.' }),
  hookDetails: anyJson.optional().meta({ description: 'What ECS passes on to the function.' }),
  timeoutConfiguration: timeout,
});

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentLifecycleHook.html */
export const lifecycleHooksFile = z.array(hook).optional().meta({
  description: 'Functions to run, or pauses, between the stages of a deployment that shifts traffic.',
  'x-default': 'none',
});
