import { z } from 'zod';
import { loadBalancerName, port, text, urlPath } from './formats.ts';

/** HTTP's codes, or those of gRPC, which have one or two digits. */
const CODES = /^\d{1,3}(-\d{1,3})?(,\d{1,3}(-\d{1,3})?)*$/;

const healthCheck = z
  .strictObject({
    path: urlPath
      .optional()
      .meta({ description: 'Path to request.', 'x-default': '`/`, with GRPC `/AWS.ALB/healthcheck`' }),
    matcher: text('a set of status codes', 'Write it in quotes like "200", "200-299" or "200,204".', CODES)
      .optional()
      .meta({ description: 'Status codes of a healthy answer, in quotes.', 'x-default': '`"200"`, with GRPC `"12"`' }),
    intervalSeconds: z.int().min(5).max(300).default(5).meta({ description: 'Seconds between two checks.' }),
    timeoutSeconds: z.int().min(2).max(120).default(4).meta({ description: 'Seconds to wait for an answer.' }),
    healthyThresholdCount: z
      .int()
      .min(2)
      .max(10)
      .default(2)
      .meta({ description: 'Passed checks in a row that make an unhealthy target healthy. A new target needs one.' }),
    unhealthyThresholdCount: z.int().min(2).max(10).default(2).meta({
      description: 'Failed checks in a row that make a target unhealthy. Raise it for applications that pause.',
    }),
  })
  .prefault({})
  .meta({ description: "The load balancer's health check." });

const targetGroup = z
  .strictObject({
    name: loadBalancerName
      .optional()
      .meta({ description: 'Name of the target group. One without a name can be replaced.', 'x-default': 'generated' }),
    protocol: z.enum(['HTTP', 'HTTPS']).default('HTTP').meta({ description: 'Protocol that the container speaks.' }),
    port: port.optional().meta({
      description: "The group's default port. ECS registers every target with its own port, so this one is not used.",
      'x-default': '80, with HTTPS 443',
    }),
    protocolVersion: z.enum(['HTTP1', 'HTTP2', 'GRPC']).default('HTTP1').meta({ description: 'Version of HTTP.' }),
    healthCheck,
    deregistrationDelaySeconds: z.int().min(0).max(3600).default(15).meta({
      description:
        'Seconds that requests in flight have to end before a task stops. It must be longer than the longest request.',
    }),
    attributes: z
      .record(z.string(), z.string())
      .default({})
      .meta({ description: "Further attributes under Elastic Load Balancing's keys, values in quotes." }),
  })
  .prefault({})
  .meta({ description: 'The target group that the tasks register in.' });

const condition = z.strictObject({
  field: z
    .enum(['path-pattern', 'host-header', 'http-header', 'http-request-method', 'query-string', 'source-ip'])
    .meta({ description: 'What the condition looks at.' }),
  httpHeaderName: z.string().min(1).max(40).optional().meta({ description: 'Name of the header, with `http-header`.' }),
  values: z
    .array(z.string().min(1).max(128))
    .min(1)
    .optional()
    .meta({ description: 'What matches, any of them; `*` and `?` are wildcards. With `query-string`, `key=value`.' }),
  regexValues: z
    .array(z.string().min(1).max(128))
    .min(1)
    .optional()
    .meta({ description: 'Regular expressions instead of `values`, for paths, hosts and headers.' }),
});

const rule = z.strictObject({
  listener: port.optional().meta({
    description: 'Port of the listener.',
    'x-default': 'the first listener that does not redirect',
  }),
  priority: z
    .int()
    .min(1)
    .max(50000)
    .meta({ description: 'The lowest number that matches wins; unique per listener.' }),
  conditions: z.array(condition).min(1).meta({ description: 'The conditions that a request must meet, all of them.' }),
});

/** A member of `loadBalancers` of service.yaml. */
export const serviceLoadBalancerFile = z.strictObject({
  containerName: text('a container name', 'Name a container of task-definition.yaml.', /^[\w-]{1,255}$/).meta({
    description: 'Container that takes the requests.',
  }),
  containerPort: port.meta({ description: 'Port that it listens on.' }),
  targetGroup,
  alternateTargetGroup: z.boolean().optional().meta({
    description:
      'Whether a second target group like this one exists, for ECS to shift traffic to. `true` keeps it when the strategy goes back to ROLLING.',
    'x-default': 'true with a strategy that shifts traffic',
  }),
  rules: z.array(rule).min(1).optional().meta({
    description: 'Listener rules that send requests here; exactly one with a strategy that shifts traffic.',
    'x-default': 'of the first target group: everything (`/*`), at priority 50000',
  }),
  testListenerRule: rule.optional().meta({
    description: 'Rule that sends test traffic to the new tasks before production traffic is shifted.',
    'x-default': 'none',
  }),
  attached: z.boolean().default(true).meta({
    description:
      "Whether the service's tasks register here. `false` lets the service leave a target group before the entry is removed.",
  }),
});

export type ServiceLoadBalancerFile = z.output<typeof serviceLoadBalancerFile>;
export type ConditionFile = z.output<typeof condition>;
