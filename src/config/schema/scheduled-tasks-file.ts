import { z } from 'zod';
import { text } from './formats.ts';

const scheduledTask = z.strictObject({
  rule: text('the name of a rule', 'Use up to 64 letters, digits and .-_.', /^[\w.-]{1,64}$/).meta({
    description: 'Name of a rule that exists, on the default event bus of EventBridge.',
  }),
  targetId: text('the id of a target', 'Use up to 64 letters, digits and .-_.', /^[\w.-]{1,64}$/)
    .optional()
    .meta({
      description: 'Id of the target to update.',
      'x-default': 'the only target of the rule that starts tasks of ECS',
    }),
});

export const scheduledTasksFile = z.array(scheduledTask).default([]).meta({
  description:
    "EventBridge rules whose target starts tasks of the service's task definition on a schedule. After a successful deployment, and after a rollback, the target gets the revision that serves. Nothing else in the rule or target is changed, and neither is ever created or deleted.",
});
