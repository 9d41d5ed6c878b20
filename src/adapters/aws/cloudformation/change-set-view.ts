import type { DescribeChangeSetOutput, ResourceChange, ResourceChangeDetail } from '@aws-sdk/client-cloudformation';
import type { JsonObject } from '../../../model/json.ts';
import type {
  ChangeSetView,
  PropertyDetailView,
  ResourceChangeView,
  ResourcePropertiesView,
} from '../../../model/stack-views.ts';

/**
 * `[WARN] --include-property-values option can return incomplete ChangeSet data because: …` on an otherwise complete
 * answer.
 */
const WARNING = '[WARN] ';

/** The members of DescribeChangeSet's answer that are read here. */
type Description = Pick<
  DescribeChangeSetOutput,
  'ChangeSetId' | 'StackId' | 'Status' | 'StatusReason' | 'ExecutionStatus' | 'Changes'
>;

/**
 * One change set from its two descriptions. With IncludePropertyValues CloudFormation leaves out changes that the plain
 * description has, and says so at most in the reason of its status: those resources are taken from the latter and
 * listed as withheld.
 */
export function mergeDescriptions(plain: Description, withValues: Description | undefined): ChangeSetView {
  const valued = new Map(resourceChanges(withValues).map((change) => [change.LogicalResourceId, change] as const));
  const listed = resourceChanges(plain);
  const ids = new Set(listed.map((change) => change.LogicalResourceId));
  const all = [...listed, ...[...valued.values()].filter((change) => !ids.has(change.LogicalResourceId))];
  return {
    id: plain.ChangeSetId ?? '',
    stackId: plain.StackId ?? '',
    status: plain.Status ?? '',
    statusReason: plain.StatusReason,
    executionStatus: plain.ExecutionStatus ?? '',
    changes: all.map((change) => resourceChange(change, valued.get(change.LogicalResourceId))),
    withheld: withValues ? listed.map(logicalId).filter((id) => !valued.has(id)) : [],
    warning: withValues?.StatusReason?.startsWith(WARNING) ? withValues.StatusReason.slice(WARNING.length) : undefined,
  };
}

function resourceChanges(description: Description | undefined): readonly ResourceChange[] {
  return (description?.Changes ?? []).flatMap(({ ResourceChange: change }) => (change ? [change] : []));
}

function logicalId({ LogicalResourceId = '' }: ResourceChange): string {
  return LogicalResourceId;
}

function resourceChange(plain: ResourceChange, valued: ResourceChange | undefined): ResourceChangeView {
  return {
    action: plain.Action ?? 'Modify',
    logicalId: logicalId(plain),
    physicalId: plain.PhysicalResourceId,
    type: plain.ResourceType ?? '',
    replacement: plain.Replacement,
    policyAction: plain.PolicyAction,
    details: details(plain.Details ?? [], valued?.Details ?? []),
    driftStatus: valued?.ResourceDriftStatus ?? plain.ResourceDriftStatus,
    ignoredDrift: (valued?.ResourceDriftIgnoredAttributes ?? plain.ResourceDriftIgnoredAttributes)?.map(
      ({ Path = '', Reason = '' }) => ({ path: Path, reason: Reason }),
    ),
    properties: valued && properties(valued),
  };
}

function properties({
  BeforeContext,
  AfterContext,
  PreviousDeploymentContext,
}: ResourceChange): ResourcePropertiesView {
  return {
    before: contextProperties(BeforeContext),
    after: contextProperties(AfterContext),
    previous: contextProperties(PreviousDeploymentContext),
  };
}

/** CloudFormation cuts large contexts short, so that they are no JSON any more. */
function contextProperties(context: string | undefined): JsonObject | undefined {
  if (context === undefined) return undefined;
  try {
    const parsed: { readonly Properties?: JsonObject } = JSON.parse(context);
    return parsed.Properties;
  } catch {
    return undefined;
  }
}

/** The details with values, then those of properties that only the plain description knows. */
function details(
  plain: readonly ResourceChangeDetail[],
  valued: readonly ResourceChangeDetail[],
): readonly PropertyDetailView[] {
  const known = new Set(valued.map(nameOf));
  return [...valued, ...plain.filter((detail) => !known.has(nameOf(detail)))].map((detail) => ({
    path: detail.Target?.Path ?? nameOf(detail),
    before: detail.Target?.BeforeValue,
    after: detail.Target?.AfterValue,
    requiresRecreation: detail.Target?.RequiresRecreation,
    evaluation: detail.Evaluation,
    drift: detail.Target?.Drift && {
      previous: detail.Target.Drift.PreviousValue,
      actual: detail.Target.Drift.ActualValue,
    },
  }));
}

/** The property; for what is no property (tags, policies) what it is. */
function nameOf({ Target }: ResourceChangeDetail): string {
  return Target?.Name ?? Target?.Attribute ?? '';
}
