import type { Story } from '../story.ts';
import { bumped, plannedOnce } from './shared.ts';

const READY = 'plan #1 success: comment ready, status success';
const APPLIED = 'apply success: service/shop/api deployed, #1 comment applied, deployment success';
const BEFORE = 'AWS: api v1 ×2, web v1 ×2';

/** Waits until so many have come. */
function gate(count: number): () => Promise<void> {
  const opened = Promise.withResolvers<void>();
  let left = count;
  return async () => {
    left -= 1;
    if (left <= 0) opened.resolve();
    await opened.promise;
  };
}

const isReport = ({ job, name }: { readonly job: string; readonly name: string }, of: string): boolean =>
  job.endsWith(of) && name.includes('actions/report');

/** What becomes of the one comment. */
export const COMMENTS: readonly Story[] = [
  {
    name: 'base moved',
    begins: 'serving',
    expected: [
      READY,
      'plan #2 success: comment ready, status success',
      'apply success: service/shop/web deployed, #2 comment applied, deployment success',
      '#1 is stale',
      READY,
      'AWS: api v1 ×2, web v2 ×2',
    ],
    play: async (scene) => {
      const { open, plan, merge, apply, show, tell, world } = scene;
      const pull = await plannedOnce(scene);
      const other = await open(bumped('web', 'v2'));
      await plan(other);
      await apply(await merge(other));
      show(pull);
      const comment = world.github.state.comments.find(({ issue }) => issue === pull.number);
      tell(`#1 is ${/"state":"(.*?)"/.exec(comment?.body ?? '')?.[1]}`);
      await plan(pull);
    },
  },
  {
    name: 'comment deleted',
    begins: 'serving',
    expected: [READY, READY, APPLIED, 'AWS: api v2 ×2, web v1 ×2'],
    play: async (scene) => {
      const pull = await plannedOnce(scene);
      scene.world.github.state.comments.length = 0;
      await scene.plan(pull);
      await scene.apply(await scene.merge(pull));
    },
  },
  {
    name: 'comment deleted before the merge',
    begins: 'serving',
    expected: [READY, 'apply failure: service/shop/api blocked, #1 no comment, deployment failure', BEFORE],
    play: async (scene) => {
      const pull = await plannedOnce(scene);
      scene.show(pull);
      scene.world.github.state.comments.length = 0;
      await scene.apply(await scene.merge(pull));
    },
  },
  {
    name: 'comment forged by someone else',
    begins: 'serving',
    expected: [READY, 'the forged comment stays as it was', APPLIED, 'AWS: api v2 ×2, web v1 ×2'],
    play: async ({ open, plan, merge, apply, tell, world }) => {
      const pull = await open(bumped('api', 'v2'));
      const marker = { state: 'ready', head: pull.state.head, base: 'b', run: 99, attempt: 1, truncated: false };
      const body = `<!-- ecs-gitops:plan ${JSON.stringify(marker)} -->\n## ✅ ECS plan: no changes\n`;
      const forged = { id: 1, issue: pull.number, login: 'mallory', body, isMinimized: false, edits: 0 };
      world.github.state.comments.push(forged);
      await plan(pull);
      tell(forged.edits === 0 ? 'the forged comment stays as it was' : 'the forged comment was edited');
      await apply(await merge(pull));
    },
  },
  {
    name: 'two runs racing',
    begins: 'serving',
    expected: ['success and success', 'one comment, ready, of the later run', BEFORE],
    play: async ({ open, plan, tell, world }) => {
      const pull = await open(bumped('api', 'v2'));
      const [announcing, reporting] = [gate(2), gate(2)];
      const beforeStep = async (step: { readonly job: string; readonly name: string }): Promise<void> => {
        if (isReport(step, 'announce')) await announcing();
        if (isReport(step, 'report')) await reporting();
      };
      const around = { beforeStep, isUntold: true };
      const runs = await Promise.all([plan(pull, around), plan(pull, around)]);
      tell(runs.map(({ conclusion }) => conclusion).join(' and '));
      const [comment, ...others] = world.github.state.comments.filter(({ isMinimized }) => !isMinimized);
      const isLater = others.length === 0 && /"state":"ready".*"run":2,/.test(comment?.body ?? '');
      tell(isLater ? 'one comment, ready, of the later run' : 'not the one comment of the later run');
    },
  },
  {
    name: 'an older plan arriving late',
    begins: 'serving',
    expected: [READY, READY, 'the comment shows v3', BEFORE],
    play: async ({ open, plan, amend, tell, world }) => {
      const pull = await open(bumped('api', 'v2'));
      let isOvertaken = false;
      await plan(pull, {
        beforeStep: async (step) => {
          if (isOvertaken || !isReport(step, 'report')) return;
          isOvertaken = true;
          await amend(pull, bumped('api', 'v3'));
          await plan(pull);
        },
      });
      const [comment] = world.github.state.comments;
      tell(`the comment shows ${/\+ .*image .*:(v\d)/.exec(comment?.body ?? '')?.[1]}`);
    },
  },
  {
    name: 'no permission to comment',
    begins: 'serving',
    expected: ['plan #1 success: no comment, status success', 'the summary has the plan', BEFORE],
    play: async ({ open, plan, tell, world }) => {
      const message = 'Resource not accessible by integration';
      world.github.fail({ match: /^(POST|PATCH) \/issues/, status: 403, message, times: 99 });
      const { jobs } = await plan(await open(bumped('api', 'v2')));
      const summaries = jobs.flatMap(({ steps }) => steps.map(({ summary }) => summary)).join('\n');
      tell(/api:v2/.test(summaries) ? 'the summary has the plan' : 'the summary lacks the plan');
    },
  },
  {
    name: 'rate limits',
    begins: 'serving',
    expected: [READY, BEFORE],
    play: async (scene) => {
      const { github } = scene.world;
      const headers = { 'retry-after': '1' };
      const message = 'You have exceeded a secondary rate limit.';
      github.fail({ match: /^POST \/issues/, status: 403, message, headers, times: 2 });
      github.fail({ match: /^PATCH \/issues/, status: 429, message, headers });
      github.fail({ match: /^POST \/statuses/, status: 502, message: 'Bad Gateway' });
      await plannedOnce(scene);
    },
  },
];
