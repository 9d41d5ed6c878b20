import { AwsError } from '../../core/errors.ts';
import { pageOf } from '../../core/pages.ts';
import type {
  ListTargetsByRuleRequest,
  ListTargetsByRuleResponse,
  PutTargetsRequest,
  PutTargetsResponse,
  RemoveTargetsRequest,
  RemoveTargetsResponse,
  Target,
} from '../../shapes/events.d.ts';
import type { Events } from './state.ts';
import { findRule, invalid } from './state.ts';

/** Of one rule. */
const LARGEST_COUNT = 5;
const PAGE = 100;

export function targetOperations(events: Events) {
  return {
    /** A target of the same id is replaced as a whole. */
    PutTargets: (input: PutTargetsRequest): PutTargetsResponse => {
      const rule = findRule(events, input.Rule, input.EventBusName);
      for (const target of input.Targets) checkTarget(target);
      const ids = new Set([...rule.targets.keys(), ...input.Targets.map(({ Id: id }) => id)]);
      if (ids.size > LARGEST_COUNT)
        throw new AwsError('LimitExceededException', 'The requested resource exceeds the maximum number allowed.');
      for (const target of input.Targets) rule.targets.set(target.Id, withDefaults(target));
      return { FailedEntryCount: 0, FailedEntries: [] };
    },

    RemoveTargets: (input: RemoveTargetsRequest): RemoveTargetsResponse => {
      const rule = findRule(events, input.Rule, input.EventBusName);
      for (const id of input.Ids) rule.targets.delete(id);
      return { FailedEntryCount: 0, FailedEntries: [] };
    },

    ListTargetsByRule: (input: ListTargetsByRuleRequest): ListTargetsByRuleResponse => {
      const { targets } = findRule(events, input.Rule, input.EventBusName);
      const { NextToken: token, Limit: size = PAGE } = input;
      const invalidToken = () => invalid('The NextToken is not valid.');
      const { items, nextToken } = pageOf([...targets.values()], { token, size, invalidToken });
      return { Targets: items, NextToken: nextToken };
    },
  };
}

function checkTarget({
  Id: id,
  Arn: arn,
  RoleArn: role,
  EcsParameters: ecs,
  Input,
  InputPath,
  InputTransformer,
}: Target): void {
  if (!/^arn:aws:ecs:[^:]+:\d{12}:cluster\//.test(arn))
    throw invalid(`Target ${id} is not supported by this emulator: it runs tasks of ECS clusters alone.`);
  if (!ecs) throw invalid(`Parameter EcsParameters must be specified for target ${id}.`);
  if (role === undefined) throw invalid(`RoleArn is required for target ${arn}.`);
  if (InputPath !== undefined || InputTransformer !== undefined)
    throw invalid('InputPath and InputTransformer are not supported by this emulator.');
  if (Input !== undefined && !isObject(Input)) throw invalid(`JSON syntax error in input for target ${id}.`);
  const { TaskCount: count = 1 } = ecs;
  if (count < 1) throw invalid(`TaskCount of target ${id} must be at least 1.`);
}

function isObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null;
  } catch {
    return false;
  }
}

/**
 * One task is started where no count is given (API reference, EcsParameters); that it is answered then is an estimate.
 */
function withDefaults(target: Target): Target {
  const { EcsParameters: ecs } = target;
  return ecs ? { ...target, EcsParameters: { ...ecs, TaskCount: ecs.TaskCount ?? 1 } } : target;
}
