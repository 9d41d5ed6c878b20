import type { Fault } from '../planted/fault.ts';

/** A fault of the toolkit, and the stories that must show it. */
export interface StoryFault extends Fault {
  /** Their names. */
  readonly shownBy: readonly string[];
}

const OWN_COMMENT = 'src/review/marked-comment.ts';
const COLLECT = 'src/review/collect-reviews.ts';
const LARGE = 'a plan of 3 MB with a danger in it';

export const FAULTS: readonly StoryFault[] = [
  {
    name: 'marker-is-enough',
    breaks: 'A comment with the marker is taken for our own, whoever wrote it.',
    changes: [{ file: OWN_COMMENT, replace: 'comment.author === viewer ?', by: "comment.author !== '' ?" }],
    shownBy: ['comment forged by someone else'],
  },
  {
    name: 'edited-comment-counts',
    breaks: 'What an edited comment says was shown counts as reviewed.',
    changes: [{ file: COLLECT, replace: '!== evidenceHash(line)', by: "=== ''" }],
    shownBy: ['between review and apply: plan comment edited'],
  },
  {
    name: 'digest-without-properties',
    breaks: 'The digest of a plan does not hold what properties change to.',
    changes: [
      {
        file: 'src/plan/digest.ts',
        replace: "return digestOf({ form: FORM, id, changes: sorted, content: changes.length > 0 ? content : '' });",
        by: 'return digestOf({ form: FORM, id, changes: sorted.map(({ resource }) => resource), content: content.length > 0 });',
      },
    ],
    shownBy: ['between review and apply: role renamed'],
  },
  {
    name: 'everything-is-reviewed',
    breaks: 'Whatever is planned is applied, whether a pull request has shown it or not.',
    changes: [
      {
        file: 'src/engine/unreviewed-plan.ts',
        replace: 'if (isReviewed(unit, reviewed.units)) return undefined;',
        by: 'if (isReviewed(unit, reviewed.units) || reviewed.units) return undefined;',
      },
    ],
    shownBy: ['pushed without a pull request', 'between review and apply: rule edited'],
  },
  {
    name: 'older-plan-overwrites',
    breaks: 'The comment is that of the run which wrote last, not of the latest run.',
    changes: [
      {
        file: 'src/review/publish-comment.ts',
        replace: 'if (own.some(({ marker }) => isNewer(marker, publication.run))) return',
        by: 'if (own.some(({ marker }) => marker.run < 0 && isNewer(marker, publication.run))) return',
      },
    ],
    shownBy: ['an older plan arriving late'],
  },
  {
    name: 'older-commit-applies',
    breaks: 'A commit is applied although a newer one was.',
    changes: [
      { file: COLLECT, replace: "found?.status === 'behind' ?", by: "found?.status === 'behind' && newest === '' ?" },
    ],
    shownBy: ['an older run arriving late'],
  },
  {
    name: 'base-ignored',
    breaks: 'Only the push itself counts, not what was merged since the last commit that was applied.',
    changes: [
      {
        file: COLLECT,
        replace: 'const { complete, oldest } = applied;',
        by: 'const { complete, oldest } = { ...applied, complete: pushed.before };',
      },
    ],
    shownBy: ['two merges at once, the first one dropped from the queue'],
  },
  {
    name: 'answer-counts-as-applied',
    breaks: 'Answering a pause marks the commit at which that was started as applied completely.',
    changes: [
      {
        file: 'src/review/record-deployments.ts',
        replace: 'return hasSelected(records) && records.every(',
        by: 'return records.every(',
      },
      { file: 'src/review/record-deployments.ts', replace: "? 'apply' : 'continue'", by: "? 'apply' : 'apply'" },
    ],
    shownBy: ['a pause answered after another merge'],
  },
  {
    name: 'left-over-hidden',
    breaks: 'A pull request shows what its own files change, and not what merging it applies besides.',
    changes: [
      {
        file: '.github/workflows/plan.yml',
        replace: `base: \${{ steps.applied.outputs.base }}`,
        by: 'base: HEAD^1',
      },
    ],
    shownBy: ['what an earlier merge has left is shown by the next pull request'],
  },
  {
    name: 'live-value-told',
    breaks: 'A live environment value that git does not know is printed.',
    changes: [
      {
        file: 'src/plan/differences/property-changes.ts',
        replace: "before !== undefined && isPrivate(path) ? { kind: 'secret' } : shown(before)",
        by: "before !== undefined && isPrivate([]) && path.length < 0 ? { kind: 'secret' } : shown(before)",
      },
    ],
    shownBy: ['secrets of the service and of others'],
  },
  {
    name: 'token-told',
    breaks: 'An error is told as it came, with the token that it repeats.',
    changes: [
      {
        file: 'src/model/credentials.ts',
        replace: "return text.replace(CREDENTIALS, '***');",
        by: "return text.replace(CREDENTIALS, '$&');",
      },
    ],
    shownBy: ['hostile reasons and a token in an error'],
  },
  {
    name: 'dangers-go-first',
    breaks: 'Where a comment is too long, dangers are left out first.',
    changes: [
      { file: 'src/render/comment/dangers.ts', replace: '{ open: 90, allowed: 80 }', by: '{ open: 1, allowed: 1 }' },
      {
        file: 'src/render/comment/dangers.ts',
        replace: 'quoted(grouped(found, ({ target }) => targetName(target), 40)),',
        by: "quoted(grouped(found, ({ target }) => targetName(target), 40)),\n        '',",
      },
    ],
    shownBy: [LARGE],
  },
  {
    name: 'fence-cut',
    breaks: 'A comment that is too long is cut in the middle of whatever stands there.',
    changes: [
      {
        file: 'src/render/comment/budget.ts',
        replace: '  let size = shown.reduce(',
        by: `  const whole = shown.map(textOf).filter(Boolean).join('\\n\\n');
  if (whole.length > limit) return { text: whole.slice(0, limit), truncated: true };
  let size = shown.reduce(`,
      },
    ],
    shownBy: [LARGE],
  },
  {
    name: 'limit-ignored',
    breaks: 'The comment is written as long as it comes.',
    changes: [
      { file: 'src/render/comment/comment.ts', replace: 'COMMENT_LIMIT = 60_000', by: 'COMMENT_LIMIT = 6_000_000' },
    ],
    shownBy: [LARGE],
  },
  {
    name: 'danger-without-consent',
    breaks: 'What loses something is planned and applied without consent.',
    changes: [
      {
        file: 'src/plan/danger.ts',
        replace: 'dangers.filter(({ allowed }) => !allowed)',
        by: "dangers.filter(({ allowed, loss }) => !allowed && loss === '')",
      },
    ],
    shownBy: ['replacement without consent', 'between review and apply: consent removed'],
  },
  {
    name: 'fork-gets-a-role',
    breaks: 'A pull request from a fork is planned with an identity.',
    changes: [
      {
        file: '.github/workflows/plan.yml',
        replace:
          " && (github.event_name != 'pull_request' || github.event.pull_request.head.repo.full_name == github.repository)",
        by: '',
      },
    ],
    shownBy: ['fork'],
  },
  {
    name: 'report-may-not-write',
    breaks: 'The job that writes to GitHub lacks the permission to, so that no comment is left.',
    changes: [
      {
        file: '.github/workflows/plan.yml',
        replace: `    permissions:
      contents: read
      pull-requests: write
      statuses: write
    steps:
      - uses: actions/checkout@9c091bb21b7c1c1d1991bb908d89e4e9dddfe3e0 # v7.0.0
        with:
          repository: \${{ job.workflow_repository }}
          ref: \${{ job.workflow_sha }}
          path: .ecs-gitops
          persist-credentials: false
      - uses: actions/download-artifact`,
        by: `    permissions:
      contents: read
    steps:
      - uses: actions/checkout@9c091bb21b7c1c1d1991bb908d89e4e9dddfe3e0 # v7.0.0
        with:
          repository: \${{ job.workflow_repository }}
          ref: \${{ job.workflow_sha }}
          path: .ecs-gitops
          persist-credentials: false
      - uses: actions/download-artifact`,
      },
    ],
    shownBy: ['image bump'],
  },
];
