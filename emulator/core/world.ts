import type { Clock } from './clock.ts';
import type { LatencyName } from './latencies.ts';
import type { Address, Network } from './network.ts';
import type { Random } from './random.ts';
import type { Sabotage } from './sabotage.ts';

/** The emulated services, named as the files in emulator/shapes. */
export type ServiceName =
  | 'acm'
  | 'application-autoscaling'
  | 'autoscaling'
  | 'cloudformation'
  | 'cloudwatch'
  | 'ec2'
  | 'ecr'
  | 'ecs'
  | 'elbv2'
  | 'events'
  | 'iam'
  | 'logs'
  | 'secretsmanager'
  | 'sns'
  | 'sqs'
  | 'ssm'
  | 'sts';

export interface Caller {
  readonly arn: string;
  /** Of a client: that it signed its request with. */
  readonly accessKeyId?: string;
  /** What the client says that it is, by `app/…` in its user agent. */
  readonly appId?: string;
}

export interface CallContext {
  readonly requestId: string;
  readonly caller: Caller;
  /** Set by `World.call`: AWS's own services may do what clients may not, such as set tags starting with `aws:`. */
  readonly internal?: true;
}

/**
 * Input and output are the shapes of emulator/shapes; input has been validated. AWS's refusals are thrown as AwsError.
 */
export type Operation = (input: never, context: CallContext) => unknown;

export interface Service {
  readonly operations: Readonly<Record<string, Operation>>;
  /** Ends what the service started outside the clock: sockets, processes. */
  stop?(): Promise<void>;
  /** elbv2 alone: where each load balancer's listener really listens. */
  listeners?(): readonly ListenerAddress[];
}

/**
 * A load balancer's DNS name and listener port, as a client of AWS sees them, and the loopback address that stands for
 * them.
 */
export interface ListenerAddress {
  readonly dnsName: string;
  readonly port: number;
  readonly address: Address;
}

/** What one service tells others that AWS tells them by its own inner ways. */
export interface WorldEvents {
  'instance-state': { instanceId: string; state: 'pending' | 'running' | 'shutting-down' | 'terminated' };
  /** An alarm acts: on a state change, and for scaling policies again each period while it stays in ALARM. */
  'alarm-action': {
    actionArn: string;
    alarmName: string;
    /** Newest datapoint of the alarm's metric. */
    value: number;
    /** Set where the alarm compares with a number. */
    threshold: number | undefined;
  };
  /**
   * Auto Scaling holds an instance in Pending:Wait or Terminating:Wait until CompleteLifecycleAction or the heartbeat
   * ends.
   */
  'lifecycle-action': {
    autoScalingGroupName: string;
    lifecycleHookName: string;
    lifecycleTransition: string;
    lifecycleActionToken: string;
    instanceId: string;
  };
}

/**
 * One account in one region. Services reach each other only through it: public operations by `call`, the rest by
 * events. A service never imports another.
 */
export interface World {
  readonly account: string;
  readonly region: string;
  readonly clock: Clock;
  readonly random: Random;
  readonly network: Network;
  readonly sabotage: ReadonlySet<Sabotage>;
  /** One draw from the table in latencies.ts, in emulated milliseconds. */
  latency(name: LatencyName): number;
  /**
   * Calls a public operation as a client would, validation included, without the wire. Not counted as a client's
   * request. `Output` is the operation's output shape; AwsError is thrown as the operation throws it.
   */
  call<Output = unknown>(service: ServiceName, operation: string, input: object, caller?: Caller): Promise<Output>;
  on<Name extends keyof WorldEvents>(name: Name, listener: (event: WorldEvents[Name]) => void): void;
  emit<Name extends keyof WorldEvents>(name: Name, event: WorldEvents[Name]): void;
  /** For work that nobody awaits: reports a rejection as a defect of the emulator instead of losing it. */
  background(work: Promise<unknown>): void;
}
