import type { Cluster } from '../model/cluster.ts';
import type { Service } from '../model/service.ts';
import type { ConfigIssue } from '../model/source.ts';
import type { Reading } from './reading/reading.ts';
import type { ClusterFile } from './schema/cluster-file.ts';
import type { ServiceFile } from './schema/service-file.ts';
import type { TaskDefinitionFile } from './schema/task-definition-file.ts';

/** A service as far as its files could be understood. */
export interface ServiceDraft {
  readonly name: string;
  readonly file: Reading<ServiceFile>;
  readonly taskFile: Reading<TaskDefinitionFile>;
  readonly service: Service;
}

/** A cluster as far as its files could be understood: what the checks look at. */
export interface ClusterDraft {
  readonly name: string;
  readonly folder: string;
  readonly file: Reading<ClusterFile>;
  readonly cluster: Cluster;
  readonly services: readonly ServiceDraft[];
  /** What is wrong with single files and with the folder. */
  readonly issues: readonly ConfigIssue[];
}

/** One concern, judged over a whole cluster. */
export type Check = (draft: ClusterDraft) => readonly ConfigIssue[];

/** One concern, judged of each service by itself. */
export function ofEachService(check: (service: ServiceDraft, cluster: ClusterDraft) => readonly ConfigIssue[]): Check {
  return (draft) => draft.services.flatMap((service) => check(service, draft));
}
