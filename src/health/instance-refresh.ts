import type { Health } from '../model/health.ts';
import type { InstanceRefreshView } from '../model/instance-views.ts';

export function assessInstanceRefresh(refresh: InstanceRefreshView | undefined): Health {
  if (!refresh) return { state: 'pending', message: 'not listed yet' };
  const { status, reason, percentageComplete, instancesToUpdate } = refresh;
  switch (status) {
    case 'Successful':
      return { state: 'healthy', message: 'every instance has the current launch template' };
    case 'Failed':
    case 'Cancelled':
    case 'RollbackSuccessful':
    case 'RollbackFailed':
      return { state: 'failed', message: `${status}: ${reason ?? 'no reason given'}` };
    default:
      return {
        state: 'pending',
        message: `${status}, ${percentageComplete} % done, ${instancesToUpdate} to replace${reason ? `: ${reason}` : ''}`,
      };
  }
}
