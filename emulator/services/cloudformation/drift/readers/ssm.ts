import type { GetParametersResult } from '../../../../shapes/ssm.d.ts';
import type { LiveReader } from '../reader.ts';
import { plain } from '../reader.ts';

const parameter: LiveReader = {
  writeOnly: ['AllowedPattern', 'Description', 'Policies', 'Tier'],
  read: async (name, _expected, { call }) => {
    const { Parameters: [found] = [] } = await call<GetParametersResult>('ssm', 'GetParameters', { Names: [name] });
    return found && plain({ Name: found.Name, Type: found.Type, Value: found.Value, DataType: found.DataType });
  },
};

export const SSM_READERS: Readonly<Record<string, LiveReader>> = { 'AWS::SSM::Parameter': parameter };
