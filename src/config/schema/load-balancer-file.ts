import { z } from 'zod';
import { cidrBlock, loadBalancerName, port, securityGroupName, text } from './formats.ts';

const defaultAction = z
  .strictObject({
    type: z
      .enum(['fixed-response', 'redirect-to-https'])
      .default('fixed-response')
      .meta({ description: 'What to answer.' }),
    statusCode: z.int().min(200).max(599).default(404).meta({ description: 'Status code of a fixed response.' }),
  })
  .prefault({})
  .meta({ description: "The answer to requests that no service's rule matches." });

const listener = z.strictObject({
  port: port.meta({ description: 'Port to listen on.' }),
  protocol: z
    .enum(['HTTP', 'HTTPS'])
    .optional()
    .meta({ description: 'Protocol of the listener.', 'x-default': '`HTTPS` with certificates, otherwise `HTTP`' }),
  certificates: z
    .array(
      text(
        'the ARN of a certificate',
        'Write it like arn:aws:acm:REGION:ACCOUNT:certificate/ID.',
        /^arn:aws[\w-]*:(acm:[\w-]+|iam:):\d{12}:(server-)?certificate\/.+$/,
      ),
    )
    .default([])
    .meta({ description: 'ARNs of certificates, the default one first. HTTPS needs one.' }),
  sslPolicy: text('a TLS policy', 'Write it like ELBSecurityPolicy-TLS13-1-2-2021-06.', /^ELBSecurityPolicy-[\w-]+$/)
    .optional()
    .meta({ description: 'TLS policy of an HTTPS listener.', 'x-default': '`ELBSecurityPolicy-TLS13-1-2-2021-06`' }),
  defaultAction,
});

/** `loadBalancer` of cluster.yaml. */
export const loadBalancerFile = z
  .strictObject({
    name: loadBalancerName
      .optional()
      .meta({ description: 'Name of the load balancer.', 'x-default': '`<cluster>-alb`, shortened to 32 characters' }),
    scheme: z
      .enum(['internet-facing', 'internal'])
      .default('internet-facing')
      .meta({ description: 'Whether its addresses are public.' }),
    securityGroupName: securityGroupName
      .optional()
      .meta({ description: 'Name of its security group.', 'x-default': '`<cluster>-alb-sg`' }),
    allowedCidrBlocks: z.array(cidrBlock).default(['0.0.0.0/0']).meta({ description: 'Who may reach the listeners.' }),
    idleTimeoutSeconds: z.int().min(1).max(4000).default(60).meta({
      description: 'Seconds that a connection may be idle. An application must keep its own open for longer.',
    }),
    deletionProtection: z.boolean().default(false).meta({ description: 'Whether AWS refuses to delete it.' }),
    listeners: z.array(listener).min(1).default([defaultListener()]).meta({
      description: 'Ports that it listens on.',
      'x-default': 'HTTP on port 80',
    }),
  })
  .prefault({})
  .meta({ description: 'The Application Load Balancer in front of all services.' });

function defaultListener(): z.output<typeof listener> {
  return listener.parse({ port: 80 });
}

export type LoadBalancerFile = z.output<typeof loadBalancerFile>;
