import type { Listener } from '../../model/cluster.ts';
import type { ConfigIssue } from '../../model/source.ts';
import type { ClusterDraft } from '../draft.ts';
import { applyRules, type Rule } from './rule.ts';

interface PlacedListener {
  readonly listener: Listener;
  readonly index: number;
  readonly all: readonly Listener[];
  readonly region: string;
  readonly sslPolicyStated: boolean;
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateListener.html */
const RULES: readonly Rule<PlacedListener>[] = [
  ({ listener: { port }, index, all }) =>
    all.findIndex((other) => other.port === port) < index && [
      ['port'],
      `Port ${port} already has a listener.`,
      'Give each listener its own port.',
    ],
  ({ listener: { protocol, certificateArns } }) =>
    protocol === 'HTTPS' &&
    certificateArns.length === 0 && [
      ['certificates'],
      'An HTTPS listener needs a certificate.',
      'Add "certificates:" with the ARN of one in ACM.',
    ],
  ({ listener: { protocol, certificateArns } }) =>
    protocol === 'HTTP' &&
    certificateArns.length > 0 && [
      ['certificates'],
      'An HTTP listener has no certificates.',
      'Write "protocol: HTTPS", or remove them.',
    ],
  ({ listener: { protocol }, sslPolicyStated }) =>
    protocol === 'HTTP' &&
    sslPolicyStated && [
      ['sslPolicy'],
      'An HTTP listener has no TLS policy.',
      'Write "protocol: HTTPS", or remove the policy.',
    ],
  ({ listener: { certificateArns }, region }) => {
    const index = certificateArns.findIndex((arn) => !['', region].includes(arn.split(':')[3] ?? ''));
    return (
      index >= 0 && [
        ['certificates', index],
        `This certificate is in another region than the load balancer, ${region}.`,
        `Issue one in ${region}.`,
      ]
    );
  },
  ({ listener: { defaultAction } }) =>
    defaultAction.kind === 'fixed-response' &&
    defaultAction.statusCode >= 300 &&
    defaultAction.statusCode < 400 && [
      ['defaultAction', 'statusCode'],
      `A fixed response cannot have the status code ${defaultAction.statusCode}.`,
      'Answer with 200 to 299 or 400 to 599.',
    ],
  ({ listener: { defaultAction, port }, all }) =>
    defaultAction.kind === 'redirect-to-https' &&
    (port === 443 || all.find((other) => other.port === 443)?.protocol !== 'HTTPS') && [
      ['defaultAction'],
      port === 443 ? 'This redirects to itself.' : 'There is no HTTPS listener on port 443 to redirect to.',
      port === 443 ? 'Use a fixed response instead.' : 'Add a listener on port 443 with a certificate.',
    ],
];

export function checkListeners({ file, cluster }: ClusterDraft): readonly ConfigIssue[] {
  const all = cluster.loadBalancer.listeners;
  const path = ['loadBalancer', 'listeners'];
  return all.flatMap((listener, index) => {
    const sslPolicyStated = file.value.loadBalancer.listeners[index]?.sslPolicy !== undefined;
    const placed = { listener, index, all, region: cluster.region, sslPolicyStated };
    return applyRules(RULES, placed, file, [...path, index]);
  });
}
