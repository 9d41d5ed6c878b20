/** What summaries give as causes, by what they say; the first that matches counts. */
const CAUSES: readonly (readonly [cause: string, pattern: RegExp])[] = [
  ['the task before the deployment failed', /before the deployment failed/],
  ['the answers are of another version', /another version answers/],
  ['what it depends on failed', /which it depends on, ended/],
  ['config owns the image', /is owned by the config of cluster/],
  ['the image may not be pulled', /not authorized to perform: ecr:/],
  ['the image does not exist', /repository does not exist/],
  ['the image is for another platform', /does not contain descriptor matching platform/],
  ['a parameter does not exist', /secret or parameter that the task needs does not exist/],
  ['no instance can ever hold the task', /no instance of the cluster can ever hold the task/],
  [
    'the percents let nothing move',
    /a rollout could not start|may neither stop nor start|let ECS neither stop nor start/,
  ],
  ['no network interface is left', /encountered error "RESOURCE:ENI"/],
  ['a container exits', /container \S+ exits with code \d+/],
  ['health checks are answered with 503', /Health checks failed with these codes: \[503\]/],
  ['an alarm went off', /alarm \S+ went off/],
  ['somebody had it rolled back', /a rollback was requested/],
  ['another deployment took over', /somebody else's deployment \S+ of \S+ took over/],
  ['the service was deleted', /the service was deleted while it rolled out/],
  ['another deployment is under way', /is under way, and still was at the deadline/],
  ['a live service uses it, and there is a sequence', /Do this in four commits/],
  ['it needs consent', /^To allow exactly this/],
  ['AWS throttles', /ThrottlingException/],
  ['the time was up', /did not finish in time: /],
];

interface Explanation {
  readonly summary: string;
  readonly nextStep: string;
}

/** The cause that a run gives, in a few words; its own where it is not known here. */
export function causeOf({ summary, nextStep }: Explanation): string {
  const known = (text: string) => CAUSES.find(([, pattern]) => pattern.test(text));
  const found = known(summary) ?? known(nextStep);
  return found ? found[0] : summary.replace(/\b([\w-]+):\d+\b/g, '$1:N').replace(/ecs-svc\/\d+/g, 'ecs-svc/N');
}
