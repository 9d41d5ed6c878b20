/** The last part of an ARN: the id of a task, the name of a role; all of what holds no slash. */
export function arnName(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}

/** A revision as a reader names it: `sample:3`; `sample` where the ARN has none. */
export function revisionName(taskDefinitionArn: string): string {
  return arnName(taskDefinitionArn);
}
