import type { RoleSource } from './roles.ts';
import type { Service } from './service.ts';
import type { SourceMap } from './source.ts';

/** What config/<cluster>/ describes, defaults filled in. */
export interface Cluster {
  readonly name: string;
  readonly region: string;
  /** Twelve digits; a run with credentials of another account is refused. */
  readonly account: string;
  readonly network: NetworkSource;
  readonly roles: { readonly service?: RoleSource | undefined; readonly instance: RoleSource };
  readonly capacity: Capacity;
  readonly loadBalancer: LoadBalancer;
  /** Applied to every resource of the stacks and to the services. */
  readonly tags: Readonly<Record<string, string>>;
  readonly allow: readonly Consent[];
  readonly services: readonly Service[];
  /** Positions in cluster.yaml. */
  readonly source: SourceMap;
}

/** Where the cluster lives: the region's default VPC, a given one, or one that its stack creates (public subnets). */
export type NetworkSource =
  | { readonly kind: 'default'; readonly availabilityZones: readonly string[] | undefined }
  | {
      readonly kind: 'existing';
      readonly vpcId: string;
      /** The load balancer's subnets, in at least two zones. */
      readonly subnetIds: readonly string[];
      /** The instances' subnets; where not given, the load balancer's. */
      readonly instanceSubnetIds: readonly string[] | undefined;
    }
  | {
      readonly kind: 'created';
      readonly cidrBlock: string;
      /** The region's first two where not given. */
      readonly availabilityZones: readonly string[] | undefined;
    };

/**
 * How instances follow tasks. `managed`: ECS managed scaling with termination protection. `alarms`: the service's own
 * alarms also drive two step policies of the group.
 */
export type InstanceScaling = 'managed' | 'alarms';

export interface Capacity {
  readonly instanceScaling: InstanceScaling;
  readonly instanceType: string;
  /** `resolve:ssm:<parameter>` (read by EC2 at each launch) or an AMI id. */
  readonly image: string;
  readonly minSize: number;
  readonly maxSize: number;
  /** 1–100; below 100 keeps room for a rollout. Managed scaling only. */
  readonly targetCapacityPercent: number;
  readonly instanceWarmupSeconds: number;
  readonly associatePublicIpAddress: boolean;
  readonly rootVolumeGiB: number;
  /** Lines of /etc/ecs/ecs.config besides ECS_CLUSTER. */
  readonly agent: Readonly<Record<string, string>>;
  readonly autoScalingGroupName: string;
  readonly launchTemplateName: string;
  readonly securityGroupName: string;
  readonly capacityProviderName: string;
  /** Step adjustment of the group's two policies and their cooldown; `alarms` only. */
  readonly steps: { readonly scaleOut: number; readonly scaleIn: number; readonly cooldownSeconds: number };
}

export interface LoadBalancer {
  readonly name: string;
  readonly scheme: 'internet-facing' | 'internal';
  readonly securityGroupName: string;
  /** Who may reach the listeners. */
  readonly allowedCidrBlocks: readonly string[];
  readonly idleTimeoutSeconds: number;
  readonly deletionProtection: boolean;
  readonly listeners: readonly Listener[];
}

export interface Listener {
  readonly port: number;
  readonly protocol: 'HTTP' | 'HTTPS';
  readonly certificateArns: readonly string[];
  readonly sslPolicy: string | undefined;
  /** The answer to requests that no service's rule matches. */
  readonly defaultAction:
    | { readonly kind: 'fixed-response'; readonly statusCode: number }
    | { readonly kind: 'redirect-to-https' };
}

/** Consent, in git, to one dangerous change: it names the value, so that it cannot cover the next change. */
export interface Consent {
  /**
   * Name of the service's stack that the resource is in; undefined for the cluster's own, and for what is in no stack.
   */
  readonly stack?: string | undefined;
  readonly resource: string;
  readonly property: string | undefined;
  readonly to: string | undefined;
}
