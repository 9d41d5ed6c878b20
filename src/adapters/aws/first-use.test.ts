import { expect, test } from '@jest/globals';
import { callingOnFirstUse } from './first-use.ts';

function refusal(name: string, message: string): () => Promise<never> {
  return async () => {
    throw Object.assign(new Error(message), { name, $metadata: { httpStatusCode: 400 } });
  };
}

test.each([
  ['InvalidParameterException', 'Unable to assume the service linked role. Please verify that it exists.'],
  ['ClientException', 'Role is not valid'],
  ['ValidationException', 'Unable to assume IAM role: arn:aws:iam::123456789012:role/x'],
])('takes as passing what a role that is new is refused with: %s %s', async (name, message) => {
  await expect(callingOnFirstUse('creating service web', refusal(name, message))).rejects.toMatchObject({
    code: 'AWS_UNAVAILABLE',
    message: `${name}: ${message} (while creating service web).`,
  });
});

test('takes as final what else AWS refuses', async () => {
  const call = refusal('InvalidParameterException', 'The container nginx does not exist in the task definition.');
  await expect(callingOnFirstUse('creating service web', call)).rejects.toMatchObject({ code: 'AWS_REFUSED' });
});
