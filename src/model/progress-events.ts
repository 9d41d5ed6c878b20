import type { Outcome } from './outcome.ts';
import type { Unit } from './plan.ts';
import type { ServiceDeploymentView, ServiceEventView, ServiceView, TargetView, TaskView } from './service-views.ts';
import type { SourcePosition } from './source.ts';
import type { StackEventView } from './stack-views.ts';

/** Everything that the engine tells while it works. Closed: only render makes text of it. */
export type ProgressEvent =
  /** A new section of the log. */
  | { readonly kind: 'phase'; readonly title: string }
  /** Shown before anything is written. */
  | { readonly kind: 'plan'; readonly units: readonly Unit[] }
  | { readonly kind: 'stack-event'; readonly stack: string; readonly event: StackEventView }
  | { readonly kind: 'service-event'; readonly service: string; readonly event: ServiceEventView }
  | {
      readonly kind: 'rollout';
      readonly service: string;
      readonly view: ServiceView;
      readonly deployment: ServiceDeploymentView | undefined;
    }
  /** Tasks as they were last seen; for the timeline, not for the log. */
  | { readonly kind: 'tasks'; readonly service: string; readonly tasks: readonly TaskView[] }
  | { readonly kind: 'task-stopped'; readonly service: string; readonly task: TaskView }
  /** A task that runs to its end, before the service's deployment, has come to it; `message` says how. */
  | {
      readonly kind: 'task-ended';
      readonly service: string;
      readonly task: TaskView;
      readonly isWell: boolean;
      readonly message: string;
    }
  | { readonly kind: 'targets'; readonly targetGroupArn: string; readonly targets: readonly TargetView[] }
  /** Container output; goes to the job's log only, never to a summary or comment. */
  | { readonly kind: 'log-lines'; readonly source: string; readonly lines: readonly string[] }
  | { readonly kind: 'probe'; readonly url: string; readonly result: string; readonly ok: boolean }
  /** What is being waited for, and why it is not there yet; emitted when the message changes. */
  | { readonly kind: 'waiting'; readonly subject: string; readonly message: string }
  | { readonly kind: 'wrote'; readonly what: string }
  | { readonly kind: 'notice' | 'warning'; readonly message: string; readonly at?: SourcePosition | undefined }
  | { readonly kind: 'outcome'; readonly unit: string; readonly outcome: Outcome };
