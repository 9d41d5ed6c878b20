/**
 * Names of inputs and outputs: part of the product, so they stand here once. tools/generate-actions.ts writes each
 * action.yml and the tables of its README from this; a test holds both against it. Times are in seconds.
 */
export interface InputContract {
  readonly description: string;
  readonly default?: string;
  /** Accepted literals, where the input is one of a few. */
  readonly oneOf?: readonly string[];
}

export interface ActionContract {
  readonly title: string;
  readonly description: string;
  readonly icon: string;
  readonly inputs: Readonly<Record<string, InputContract>>;
  readonly outputs: Readonly<Record<string, string>>;
}

const CONFIG = {
  description:
    "Folder of the cluster's config, or the one above it (then `cluster` selects). `./config` where neither this nor `cluster` is given.",
} as const;

const RECORD = 'Path of the JSON file that tells `report` what this run did; one a line where there are several.';

// The runner evaluates it; nothing else does.
const GITHUB_TOKEN = `\${{ github.token }}`;

const REVIEWED = {
  description:
    'Path of the file that `report` with `mode: collect` wrote. With `mode: apply`, a stack or service whose plan no merged pull request has shown is left as it is and ends blocked; the others go on. Everything may be applied where it is not given.',
} as const;

const OUTCOME =
  'How the run ended: unchanged, planned, deployed, paused (a deployment waits for an answer), verified or destroyed; or, with a failed step, rolled-back, failed, superseded, cancelled, blocked or timed-out.';

export const ACTIONS = {
  provision: {
    title: 'ECS GitOps: provision',
    description:
      "Bring the cluster's stacks to what config/ says: roles, cluster, instances, load balancer, target groups.",
    icon: 'layers',
    inputs: {
      config: CONFIG,
      cluster: { description: 'Name of the cluster. With `mode: destroy` it must be given, as a confirmation.' },
      mode: {
        description:
          '`plan` shows what would change, `apply` shows it and does it, `destroy` takes down services, then stacks.',
        default: 'apply',
        oneOf: ['plan', 'apply', 'destroy'],
      },
      reviewed: REVIEWED,
      'timeout-seconds': { description: 'Deadline of the whole run.', default: '3600' },
    },
    outputs: {
      outcome: OUTCOME,
      record: RECORD,
      changed: '`true` where the run wrote anything to AWS.',
      'plan-digest': 'sha256 over what would be or was done; equal plans have equal digests.',
      clusters: 'What happened to each cluster and each of its stacks, as JSON.',
      'stack-id': "ARN of the cluster's stack.",
      'alb-dns-name': 'DNS name of the load balancer.',
      url: "URL of the load balancer's first listener.",
      'target-group-arns': 'ARNs of the target groups by service, as JSON.',
    },
  },
  'deploy-service': {
    title: 'ECS GitOps: deploy service',
    description:
      'Register the task definition, roll the service out, follow that deployment to its end, and say how it ended.',
    icon: 'upload-cloud',
    inputs: {
      config: {
        description:
          "Folder of the cluster's config, or the one above it (then `cluster` selects). Where neither this nor `cluster` is given, `./config`; where `cluster` alone is, the live services, without config.",
      },
      cluster: {
        description: 'Name of the cluster, where the config folder holds several or there is no config.',
      },
      service: {
        description: 'Names of services separated by commas, or `*` for all that config has.',
        default: '*',
      },
      images: {
        description:
          'Lines of `[service/]container=image`, for containers whose image is not in config: there it says `image: external`.',
      },
      mode: {
        description:
          '`plan` shows what would change, `apply` shows it and does it, `continue` answers a deployment that is paused and follows it, `rollback` goes back to an earlier revision.',
        default: 'apply',
        oneOf: ['plan', 'apply', 'continue', 'rollback'],
      },
      action: {
        description: 'With `mode: continue`, the answer: go on, or roll the deployment back.',
        default: 'continue',
        oneOf: ['continue', 'rollback'],
      },
      revision: {
        description:
          'With `mode: rollback`, the revision to go back to: `family:revision` or a number. The previous successful one where not given.',
      },
      stacks: {
        description:
          'The output `clusters` of provision: a service whose stack has not ended well there is not deployed, the others are.',
      },
      'on-cancel': {
        description:
          'What a cancelled run does with the deployment it started: ask ECS to roll it back, or leave it rolling.',
        default: 'rollback',
        oneOf: ['rollback', 'leave'],
      },
      'connect-to': {
        description:
          "Where to connect for `verify` of service.yaml: `HOST:PORT:ADDRESS:PORT` with curl's meaning, for a name that DNS does not know.",
      },
      reviewed: REVIEWED,
      'timeout-seconds': {
        description:
          'Deadline of the rollout. When it passes, the deployment is rolled back and the run fails. Verifying afterwards has its own.',
        default: '1800',
      },
    },
    outputs: {
      outcome: OUTCOME,
      record: RECORD,
      changed: '`true` where the run wrote anything to AWS.',
      'plan-digest': 'sha256 over what would be or was done; equal plans have equal digests.',
      services: 'What happened to each service, as JSON.',
      'task-definition-arn': 'ARN with revision that the service now has (one service only).',
      'deployment-id': 'Id of the deployment that this run followed (one service only).',
    },
  },
  'verify-alb': {
    title: 'ECS GitOps: verify ALB',
    description:
      'Prove that the load balancer answers through its DNS name, with the version that was deployed. Changes nothing.',
    icon: 'check-circle',
    inputs: {
      config: CONFIG,
      cluster: { description: 'Name of the cluster.' },
      service: { description: 'Name of the service; may be left out where the cluster has one.' },
      url: { description: 'URL to ask, instead of the one that config and the stack give.' },
      path: { description: 'Path to ask for, instead of the one in service.yaml.' },
      'expect-status': {
        description: 'Accepted status codes, e.g. `200`, `200-299`, `200,204`. `200` unless config says otherwise.',
      },
      'expect-body': { description: 'Text that the body must hold.' },
      'expect-version': {
        description:
          'Version that must answer, where service.yaml says how an answer is marked; otherwise `header:NAME=VALUE` or `body:VALUE`.',
      },
      consecutive: { description: 'Successes in a row that count as proof. 3 unless config says otherwise.' },
      'timeout-seconds': { description: 'Deadline. 120 unless config says otherwise.' },
      'connect-to': {
        description: "`HOST:PORT:ADDRESS:PORT` with curl's meaning: test a name before DNS knows it.",
      },
      'watch-seconds': {
        description: 'Go on asking for so long afterwards; any failure then fails the run.',
        default: '0',
      },
    },
    outputs: {
      outcome: OUTCOME,
      record: RECORD,
      url: 'The URL that was asked.',
      requests: 'How many requests were sent.',
      failures: 'How many of them were not answered as expected.',
      'p50-ms': 'Median duration of the answers in milliseconds.',
      'p99-ms': '99th percentile of the duration of the answers in milliseconds.',
    },
  },
  select: {
    title: 'ECS GitOps: select',
    description:
      'Say which clusters and services a commit touches, as matrices for the jobs that plan or apply them. Calls neither AWS nor GitHub.',
    icon: 'filter',
    inputs: {
      config: CONFIG,
      cluster: { description: 'Name of a cluster, to select from that one only.' },
      base: {
        description:
          'Commit to compare with, e.g. `HEAD^1`; it has to be fetched (`fetch-depth: 0` of actions/checkout). Everything is selected where it is not given or git does not know it.',
      },
      head: { description: 'Commit to look at.', default: 'HEAD' },
    },
    outputs: {
      clusters:
        'Clusters to provision, as JSON: `[{cluster, region, services, legs: [{services}]}]`, services separated by commas.',
      legs: 'The legs of all clusters, as JSON: `[{cluster, region, services}]`. Services that depend on each other are in one leg.',
      any: '`true` where there is any: a matrix must not be empty.',
    },
  },
  report: {
    title: 'ECS GitOps: report',
    description:
      'Tell GitHub what the other actions did: one comment on the pull request, its commit status, deployments, and an issue for each cluster that drifts. Has no access to AWS.',
    icon: 'message-square',
    inputs: {
      files: {
        description:
          'Records that the other actions left: folders, files or patterns, one a line. Where it is empty, nothing has run yet: the comment says that a plan is being made, or that it is being applied.',
      },
      'github-token': {
        description:
          'Token of the job. What it may not do is left out, with a notice; the summary has everything in any case.',
        default: GITHUB_TOKEN,
      },
      mode: {
        description:
          '`report` tells of plans and of what was applied, as the event asks; `drift` keeps an issue for each cluster; `collect` only reads: it gathers what the merged pull requests have shown, before a push is applied.',
        default: 'report',
        oneOf: ['report', 'drift', 'collect'],
      },
    },
    outputs: {
      'comment-url': 'URL of the comment that was written.',
      state:
        'What the records amount to: planning, ready, blocked, invalid, no-changes, applying, applied, paused, rolled-back, failed or closed.',
      issues: 'With `mode: drift`, each cluster with its issue, as JSON: `[{cluster, hasDrift, url}]`.',
      reviewed:
        'With `mode: collect`, path of reviewed.json, for the input `reviewed` of provision and deploy-service.',
      base: 'With `mode: collect`, the last commit that was applied completely, or the one before the push; empty where neither is known.',
      superseded: 'With `mode: collect`, `true` where a newer commit than this was applied already.',
    },
  },
} as const satisfies Record<string, ActionContract>;

export type ActionName = keyof typeof ACTIONS;
export type InputName<A extends ActionName> = keyof (typeof ACTIONS)[A]['inputs'] & string;
