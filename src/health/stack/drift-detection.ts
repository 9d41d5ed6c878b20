import type { Health } from '../../model/health.ts';
import type { DriftDetectionView } from '../../model/stack-views.ts';

/** DETECTION_FAILED: some resources could not be read; what the others are is known. */
export function assessDriftDetection({ status, reason }: DriftDetectionView): Health {
  switch (status) {
    case 'DETECTION_COMPLETE':
      return { state: 'healthy', message: status };
    case 'DETECTION_IN_PROGRESS':
      return { state: 'pending', message: 'comparing what is live with what was deployed' };
    default:
      return { state: 'failed', message: reason ?? status };
  }
}
