import { expect, test } from '@jest/globals';
import { aStack, aTemplate } from '../../../tests/builders/stack.ts';
import { missingParameters, withListenerStandIns } from './listener-stand-ins.ts';

const STACK = aStack({ parameters: { VpcId: 'vpc-1', Listener80Arn: 'arn:listener/80' } });

test.each([
  ['a listener that is yet to be made', { Listener8080Arn: undefined }, []],
  ['a listener that the stack has rules on', { Listener80Arn: undefined }, ['Listener80Arn']],
  ['what CloudFormation would look up', { VpcId: undefined }, ['VpcId']],
])('%s has a stand-in or is still missing', (_case, parameters, expected) => {
  expect(missingParameters(withListenerStandIns(aTemplate({ parameters }), STACK))).toEqual(expected);
});

test('a stand-in looks like the ARN of a listener, and says what it is', () => {
  const { parameters } = withListenerStandIns(aTemplate({ parameters: { Listener8080Arn: undefined } }), STACK);
  expect(parameters['Listener8080Arn']).toBe(
    'arn:aws:elasticloadbalancing:ap-northeast-1:123456789012:listener/app/known-after-apply/0/Listener8080Arn',
  );
});
