/** `attribute:name == value` or `!=`: what a constraint says of one attribute. */
interface AttributeComparison {
  readonly attribute: string;
  readonly isEqual: boolean;
  readonly value: string;
}

const COMPARISON = /^\s*attribute:([\w.-]+)\s*(==|!=)\s*['"]?([\w.-]+)['"]?\s*$/;

/**
 * What all instances of a launch template have in common; zone and subnet differ, and others can be set at any time.
 */
const SHARED: readonly string[] = ['ecs.instance-type', 'ecs.cpu-architecture', 'ecs.os-type'];

/** Of ECS's cluster query language only comparisons of one attribute are read; undefined for other expressions. */
export function readComparison(expression: string): AttributeComparison | undefined {
  const [, attribute, operator, value] = COMPARISON.exec(expression) ?? [];
  return attribute && value ? { attribute, isEqual: operator === '==', value } : undefined;
}

/** An attribute that the instance does not have is equal to nothing. */
export function isMet(
  { attribute, isEqual, value }: AttributeComparison,
  attributes: Readonly<Record<string, string>>,
): boolean {
  return (attributes[attribute] === value) === isEqual;
}

/** Whether what one instance has tells what others of its launch template have. */
export function isSharedByInstances({ attribute }: AttributeComparison): boolean {
  return SHARED.includes(attribute);
}
