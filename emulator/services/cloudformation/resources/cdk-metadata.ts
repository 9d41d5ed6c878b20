import type { ResourceType } from './resource-type.ts';

/** Does nothing: with it the AWS CDK tells AWS which of its constructs a stack uses. */
export const cdkMetadata: ResourceType = {
  type: 'AWS::CDK::Metadata',
  service: 'CDK',
  serves: ['Analytics'],
  latency: 'resource-default',
  create: async (_properties, { random }) => random.uuid(),
  update: async () => {},
  remove: async () => {},
  attributes: async () => ({}),
};
