import type { Service, World } from '../../core/world.ts';
import { alarmHistoryOperations } from './alarm-history.ts';
import { alarmReadOperations } from './alarm-reads.ts';
import { alarmOperations } from './alarms.ts';
import { metricDataOperations } from './metric-data.ts';
import { metricReadOperations } from './metric-reads.ts';
import type { CloudWatch } from './state.ts';
import { tagOperations } from './tags.ts';

/** CloudWatch of one account in one region: metrics, and alarms on single metrics. */
export function createService(world: World): Service {
  const cloudwatch: CloudWatch = { world, series: new Map(), alarms: new Map(), history: [] };
  return {
    operations: {
      ...alarmHistoryOperations(cloudwatch),
      ...alarmOperations(cloudwatch),
      ...alarmReadOperations(cloudwatch),
      ...metricDataOperations(cloudwatch),
      ...metricReadOperations(cloudwatch),
      ...tagOperations(cloudwatch),
    },
  };
}
