import type { JsonObject } from '../model/json.ts';
import type { ServiceDeploymentView, ServiceRevisionView, ServiceView, TaskView } from '../model/service-views.ts';

/** ECS services, what they deploy, and their tasks. */
export interface Services {
  /**
   * Returns the services in the order of `names`; undefined where ECS does not know one (MISSING) or it is INACTIVE.
   * Ten a call.
   */
  describe(cluster: string, names: readonly string[]): Promise<readonly (ServiceView | undefined)[]>;
  list(cluster: string): Promise<readonly string[]>;
  /** CreateService's shape without `cluster` and `tags`; with a `clientToken` it may be repeated. */
  create(cluster: string, request: JsonObject, tags: Readonly<Record<string, string>>): Promise<ServiceView>;
  /** UpdateService's shape without `cluster` and `service`: only what changes. */
  update(cluster: string, service: string, request: JsonObject): Promise<ServiceView>;
  tag(serviceArn: string, tags: Readonly<Record<string, string>>): Promise<void>;
  /** DeleteService with force: its tasks drain and stop. */
  delete(cluster: string, service: string): Promise<void>;
  /** Newest first, at most `newest` of them; of every status where `statuses` is absent. */
  deployments(
    cluster: string,
    service: string,
    filter?: { readonly statuses?: readonly string[]; readonly createdAfter?: number; readonly newest?: number },
  ): Promise<readonly ServiceDeploymentView[]>;
  /** Returns the deployments in the order of `arns`; undefined where ECS does not know one (yet). Twenty a call. */
  deploymentsByArn(arns: readonly string[]): Promise<readonly (ServiceDeploymentView | undefined)[]>;
  revisions(arns: readonly string[]): Promise<readonly ServiceRevisionView[]>;
  /** StopServiceDeployment with ROLLBACK; false where it is no longer stoppable. */
  rollBack(deploymentArn: string): Promise<boolean>;
  /** ContinueServiceDeployment; false where the hook waits for no answer any more. */
  answerHook(deploymentArn: string, hookId: string, action: 'CONTINUE' | 'ROLLBACK'): Promise<boolean>;
  /** Running and, for at least an hour, stopped tasks of the service. */
  tasks(cluster: string, service: string, desiredStatus: 'RUNNING' | 'STOPPED'): Promise<readonly TaskView[]>;
}
