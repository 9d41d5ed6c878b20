import type {
  Action,
  AvailabilityZone,
  Certificate,
  CreateTargetGroupInput,
  RuleCondition,
  RuleTransform,
  Tag,
} from '../../shapes/elbv2.d.ts';
import type { Attributes } from './attributes/attributes.ts';
import type { RequestTest } from './rules/request.ts';
import type { Target } from './targets/target.ts';

export interface LoadBalancer {
  readonly arn: string;
  readonly name: string;
  readonly dnsName: string;
  readonly scheme: 'internet-facing' | 'internal';
  readonly vpcId: string;
  readonly createdTime: number;
  readonly attributes: Attributes;
  state: 'provisioning' | 'active';
  zones: readonly AvailabilityZone[];
  securityGroups: readonly string[];
}

export interface Listener {
  readonly arn: string;
  readonly loadBalancer: LoadBalancer;
  readonly attributes: Attributes;
  port: number;
  protocol: 'HTTP' | 'HTTPS';
  certificates: readonly Certificate[];
  sslPolicy: string | undefined;
  /** In the order of evaluation: by priority, the default rule last. */
  rules: readonly Rule[];
}

export interface Rule {
  readonly arn: string;
  readonly listener: Listener;
  priority: number | 'default';
  conditions: readonly RuleCondition[];
  /** Filled in with AWS's defaults. */
  actions: readonly Action[];
  transforms: readonly RuleTransform[];
  /** `conditions`, compiled. */
  matches: RequestTest;
}

type HealthCheckField =
  | 'HealthCheckProtocol'
  | 'HealthCheckPort'
  | 'HealthCheckPath'
  | 'HealthCheckEnabled'
  | 'HealthCheckIntervalSeconds'
  | 'HealthCheckTimeoutSeconds'
  | 'HealthyThresholdCount'
  | 'UnhealthyThresholdCount'
  | 'Matcher';

type Defined<Shape> = { readonly [Key in keyof Shape]-?: Exclude<Shape[Key], undefined> };

/** The health check of a target group under AWS's names, every default filled in. */
export type HealthCheck = Defined<Pick<CreateTargetGroupInput, HealthCheckField>>;

export interface TargetGroup {
  readonly arn: string;
  readonly name: string;
  readonly protocol: 'HTTP';
  readonly port: number;
  readonly vpcId: string;
  readonly targetType: 'instance' | 'ip';
  readonly attributes: Attributes;
  readonly targets: Map<string, Target>;
  healthCheck: HealthCheck;
}

export interface Store {
  readonly loadBalancers: Map<string, LoadBalancer>;
  readonly listeners: Map<string, Listener>;
  readonly targetGroups: Map<string, TargetGroup>;
  /** Of every kind of resource, by ARN. */
  readonly tags: Map<string, readonly Tag[]>;
}

export function createStore(): Store {
  return { loadBalancers: new Map(), listeners: new Map(), targetGroups: new Map(), tags: new Map() };
}

export function listenersOf(store: Store, loadBalancer: LoadBalancer): Listener[] {
  return [...store.listeners.values()].filter((listener) => listener.loadBalancer === loadBalancer);
}
