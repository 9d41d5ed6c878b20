import { ToolkitError } from '../../model/errors.ts';
import { isGreen, type Outcome } from '../../model/outcome.ts';
import type { Service, Verify, VersionMark } from '../../model/service.ts';
import type { AskedService, RevisionFacts, Verification } from '../verification.ts';
import type { VerifyPorts } from './context.ts';
import { watchContinuity } from './continuity.ts';
import { expectedVersion } from './expected-version.ts';
import { verify } from './verify.ts';

type AskingPorts = Pick<VerifyPorts, 'probe' | 'clock' | 'progress' | 'targets' | 'services'>;

/** What deployments verify with: both parts ask nothing, and answer undefined, where config has no `verify`. */
export function createVerification(connectTo: string | undefined, ports: AskingPorts): Verification {
  return {
    watch: async (asked) => {
      const configured = asked.service.verify;
      if (!configured) return undefined;
      const { host, expectStatus: status, probesPerSecond: perSecond } = configured;
      return watchContinuity(
        { url: urlOf(asked, configured), host, connectTo, status, perSecond, signal: asked.signal },
        ports,
      );
    },
    prove: async (asked, facts) => {
      const configured = asked.service.verify;
      if (!configured) return undefined;
      const { outcome, answers } = await verify(
        {
          url: urlOf(asked, configured),
          host: configured.host,
          connectTo,
          expected: {
            status: configured.expectStatus,
            body: configured.expectBody,
            version: configured.version && markOf(asked.service, configured.version, facts, ports),
          },
          consecutive: configured.consecutive,
          timeoutMs: configured.timeoutSeconds * 1000,
          watchMs: 0,
          behind: undefined,
          signal: asked.signal,
        },
        ports,
      );
      return { outcome: withNextStep(outcome), isAnswered: answers > 0 };
    },
  };
}

/** Says the next step in the words of service.yaml. */
function withNextStep(outcome: Outcome): Outcome {
  if (isGreen(outcome.kind)) return outcome;
  const nextStep =
    outcome.kind === 'cancelled'
      ? 'Run the job again.'
      : 'Correct what the last answer shows, or raise verify.timeoutSeconds in service.yaml if the service needs more time.';
  return { ...outcome, nextStep };
}

/** Throws NOT_PROVISIONED. */
function urlOf({ cluster, dnsName }: AskedService, { listenerPort, path }: Verify): string {
  if (dnsName === undefined) {
    throw new ToolkitError(
      'NOT_PROVISIONED',
      `Stack ${cluster.name} has no output with the load balancer's DNS name.`,
      {
        hint: 'Run provision for this cluster first, and let it finish.',
      },
    );
  }
  const listener = cluster.loadBalancer.listeners.find(({ port }) => port === listenerPort);
  const protocol = (listener?.protocol ?? 'HTTP').toLowerCase();
  return new URL(path, `${protocol}://${dnsName}:${listenerPort}`).href;
}

/** undefined, with a notice, where the mark names what this run does not know. */
function markOf(
  service: Service,
  mark: VersionMark,
  { images, commit }: RevisionFacts,
  { progress }: AskingPorts,
): VersionMark | undefined {
  const container = mark.container ?? service.loadBalancers[0]?.containerName ?? '';
  const expected = expectedVersion(mark, { image: images[container], commit });
  if (!expected) {
    const message = `The version of ${service.name} is not verified: ${mark.equals} has no value in this run.`;
    progress.emit({ kind: 'notice', message });
  }
  return expected;
}
