import type { TaskView } from '../../model/service-views.ts';
import { explainStop } from '../task/stopped-tasks.ts';
import type { Proof, ProofKind } from './proof.ts';

type StopProofKind = Extract<ProofKind, 'image' | 'access' | 'platform' | 'secret'>;

/**
 * What passes by itself: rate limits, time-outs, a registry or AWS that cannot be reached, an expired token, a full
 * disk. Where a text holds one of these, nothing else in it proves anything.
 */
const PASSING: readonly RegExp[] = [
  /too ?many ?requests|rate.?limit|rate exceeded|throttl|quota exceeded/i,
  /time[ds]?.?out|deadline exceeded|request ?cancell?ed/i,
  /connection (refused|reset|closed)|no such host|\bdial (tcp|udp)\b|\blookup \S+ on\b|server misbehaving|\bEOF\b/i,
  /network is unreachable|no route to host|handshake|send request failed|broken pipe|certificate/i,
  /status( code)?:? (429|5\d\d)\b|service unavailable|internal ?server|bad gateway|gateway time|temporar/i,
  /InternalError|InternalFailure|ServerException|ServiceUnavailable|token has expired|expired ?token|no space left/i,
];

const PULL = /CannotPull|pull image manifest|failed to resolve ref/;
const SECRET = /secret|\bssm\b|parameter|registry auth|\bkms\b/i;

/** What the agent, Docker and the registries write (aws-facts §1.8, §1.9); the first that matches counts. */
const FAMILIES: readonly { readonly kind: StopProofKind; readonly about?: RegExp; readonly pattern: RegExp }[] = [
  {
    kind: 'platform',
    pattern:
      /does not contain descriptor matching platform|no matching manifest for \S+|no match for platform in manifest|exec format error|operating system "[^"]*" cannot be used on this platform/i,
  },
  {
    kind: 'secret',
    about: SECRET,
    pattern:
      /ResourceNotFoundException|can't find the specified secret|invalid (ssm )?parameters?\b|ParameterNotFound|did not contain json key|marked for deletion|scheduled for deletion/i,
  },
  {
    kind: 'access',
    about: new RegExp(`${PULL.source}|${SECRET.source}|\\becr:`, 'i'),
    pattern:
      /AccessDenied|is not authorized to perform|no basic auth credentials|unauthorized: (authentication required|incorrect username or password|access)/i,
  },
  {
    kind: 'image',
    about: PULL,
    pattern:
      /not found|manifest unknown|name unknown|repository does not exist|does not exist in the registry|no such (image|manifest)|invalid reference format/i,
  },
  { kind: 'access', about: PULL, pattern: /\bdenied\b/i },
];

/**
 * Proof in what a task says of its end: the next task of the same revision cannot fare better. One that has run got all
 * that it cannot do without: a container that is not essential may have failed all the same.
 */
export function proveByStop(task: TaskView): Proof | undefined {
  if (task.startedAt !== undefined) return undefined;
  const texts = [...task.containers.map(({ reason }) => reason), task.stoppedReason];
  for (const text of texts) {
    if (text === undefined || PASSING.some((pattern) => pattern.test(text))) continue;
    const family = FAMILIES.find(({ about, pattern }) => (about ?? pattern).test(text) && pattern.test(text));
    if (!family) continue;
    const { kind } = family;
    const cause = PULL.test(text) ? explainStop(task).text : `${CAUSES[kind]}: ${text}`;
    return { kind, cause, certainty: 'every further task would end the same way', nextStep: NEXT_STEPS[kind] };
  }
  return undefined;
}

const CAUSES: Readonly<Record<StopProofKind, string>> = {
  image: 'an image does not exist',
  access: 'the task lacks a permission that it needs to start',
  platform: 'the image is built for another platform than the instances have',
  secret: 'a secret or parameter that the task needs does not exist',
};

const NEXT_STEPS: Readonly<Record<StopProofKind, string>> = {
  image: 'Push the image under exactly this name, or commit the name of one that exists.',
  access: 'Give this permission to the execution role (for images, to the instance role too), then run the job again.',
  platform:
    "Build the image for the instances' platform (docker buildx build --platform), push it, and commit its name.",
  secret: 'Create it under exactly this name, or commit the right one under secrets in task-definition.yaml.',
};
