import type { FollowedDeployment } from '../../health/service/service-deployment.ts';
import type { Cluster } from '../../model/cluster.ts';
import { isDone } from '../../model/outcome.ts';
import type { Service } from '../../model/service.ts';
import type { TaskDefinitionView } from '../../model/service-views.ts';
import { CLUSTER_OUTPUTS, clusterStackName } from '../../model/stack-names.ts';
import { COMMIT_TAG } from '../../plan/service/service-tags.ts';
import { containersOf } from '../../plan/task-definition/task-definition-images.ts';
import type { Stacks } from '../../ports/stacks.ts';
import type { AskedService, ContinuityWatch, RevisionFacts, Verification } from '../verification.ts';
import type { Ending, RolloutRun } from './context.ts';
import { redeploysEarlierRevision } from './earlier-revision.ts';
import { judgeAnswers } from './judge-answers.ts';

/** Config's `verify`, where a run that works on live services has config at hand: their answers decide. */
export interface VersionChecks {
  readonly cluster: Cluster;
  readonly stacks: Pick<Stacks, 'describe'>;
  readonly verification: Verification;
}

/** How the answers of one live service are checked. */
export interface VersionCheck {
  /** Whether it goes on answering, from now on. */
  readonly watch: (run: RolloutRun) => Promise<ContinuityWatch | undefined>;
  /** Whether what `deployment` brought answers as its revision should; `watch` ends with it. */
  readonly judged: (run: RolloutRun, ending: Ending, deployed: Deployed, watch?: ContinuityWatch) => Promise<Ending>;
  /** Whether it answers after a way back: an earlier version need not have the mark that config asks for now. */
  readonly judgedBack: (run: RolloutRun, ending: Ending) => Promise<Ending>;
}

interface Deployed {
  readonly deployment: FollowedDeployment;
  readonly revision: TaskDefinitionView;
}

const KEPT = 'the target of a rollback is not rolled back again';

/** Nothing is checked, and the ending stays as it is. */
export const NO_VERSION_CHECK: VersionCheck = {
  watch: async () => undefined,
  judged: async (_run, ending) => ending,
  judgedBack: async (_run, ending) => ending,
};

/** Nothing is checked of a service without `verify`, of one that is not in config, or without config. */
export async function versionCheckOf(name: string, versionChecks: VersionChecks | undefined): Promise<VersionCheck> {
  const service = versionChecks?.cluster.services.find((each) => each.name === name);
  if (!versionChecks || !service?.verify) return NO_VERSION_CHECK;
  const { cluster, stacks, verification } = versionChecks;
  const outputs = (await stacks.describe(clusterStackName(cluster.name)))?.outputs;
  const dnsName = outputs?.[CLUSTER_OUTPUTS.loadBalancerDnsName];
  const askedOf = ({ signal }: RolloutRun): AskedService => ({ cluster, service, dnsName, signal });
  const judgedKept = async (run: RolloutRun, ending: Ending, watch?: ContinuityWatch): Promise<Ending> => {
    const view = await run.readService(name);
    const asked = { ...askedOf(run), service: unmarked(service) };
    const wantsTasks = (view?.desiredCount ?? 0) > 0;
    const facts = { images: {}, commit: undefined };
    const own = { ...ending, taskDefinitionArn: view?.taskDefinition };
    return judgeAnswers(run, { verification, asked, facts, wantsTasks, kept: KEPT }, own, watch);
  };
  return {
    watch: (run) => verification.watch(askedOf(run)),
    judged: async (run, ending, { deployment, revision }, watch) => {
      if (isDone(ending.outcome.kind) && (await redeploysEarlierRevision(run, deployment)))
        return judgedKept(run, ending, watch);
      const wantsTasks = ((await run.readService(name))?.desiredCount ?? 0) > 0;
      const judged = { verification, asked: askedOf(run), facts: factsOf(revision), wantsTasks };
      return judgeAnswers(run, judged, { ...ending, taskDefinitionArn: revision.arn }, watch);
    },
    judgedBack: judgedKept,
  };
}

function unmarked({ verify, ...service }: Service): Service {
  return { ...service, verify: verify && { ...verify, version: undefined } };
}

function factsOf({ definition, tags }: TaskDefinitionView): RevisionFacts {
  const images = containersOf(definition).map(({ name, image }) => [String(name), String(image)] as const);
  return { images: Object.fromEntries(images), commit: tags[COMMIT_TAG] };
}
