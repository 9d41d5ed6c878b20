import { isArn, texts } from '../input.ts';
import type { FindResources } from './find.ts';

export const cloudformationResources: FindResources = ({ input, types }) => {
  if (![...types.required, ...types.optional].includes('stack')) return [];
  return texts(input, 'StackName').map((name) => (isArn(name) ? name : { type: 'stack', names: { StackName: name } }));
};
