import type { Health } from '../../model/health.ts';
import type { ChangeSetView } from '../../model/stack-views.ts';

export function assessChangeSet(view: ChangeSetView | undefined): Health {
  if (!view) return { state: 'failed', message: 'someone else deleted it' };
  const { status, statusReason } = view;
  switch (status) {
    case 'CREATE_COMPLETE':
      return { state: 'healthy', message: status };
    case 'CREATE_PENDING':
    case 'CREATE_IN_PROGRESS':
      return { state: 'pending', message: status };
    default:
      return { state: 'failed', message: statusReason ?? status };
  }
}

/**
 * CloudFormation says in words only that there is nothing to change. An empty list of changes is no sign of it: a
 * change set for outputs alone has none and can be executed.
 */
export function hasNoChanges({ status, statusReason = '' }: ChangeSetView): boolean {
  return status === 'FAILED' && NO_CHANGES.some((text) => statusReason.includes(text));
}

const NO_CHANGES = ["The submitted information didn't contain changes.", 'No updates are to be performed.'];
