/**
 * Names of inputs and outputs: part of the product, so they stand here once. tools/generate-actions.ts writes each
 * action.yml and the tables of its README from this; a test holds both against it. Times are in seconds.
 */
interface InputContract {
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
    "Folder of the cluster's config, or its parent folder (then `cluster` selects one). Default: `./config`, if neither this nor `cluster` is given.",
} as const;

const RECORD = 'Path of the JSON file that tells `report` what this run did; one path per line if there are several.';

// The runner evaluates it; nothing else does.
const GITHUB_TOKEN = `\${{ github.token }}`;

const REVIEWED = {
  description:
    'Path of the file that `report` with `mode: collect` wrote. With `mode: apply`, a stack or service whose plan no merged pull request has shown is not changed and ends blocked; the others are applied. Without this input, everything may be applied.',
} as const;

const OUTCOME =
  'How the run ended: unchanged, planned, deployed, paused (a deployment waits for an answer), verified or destroyed; or, if the step fails, rolled-back, failed, superseded, cancelled, blocked or timed-out.';

export const ACTIONS = {
  provision: {
    title: 'ECS GitOps: provision',
    description:
      "Create and update the cluster's stacks as config/ describes them: roles, cluster, instances, load balancer, target groups.",
    icon: 'layers',
    inputs: {
      config: CONFIG,
      cluster: { description: 'Name of the cluster. With `mode: destroy` it must be given, as a confirmation.' },
      mode: {
        description:
          '`plan` shows what would change, `apply` shows it and does it, `destroy` deletes the services, then the stacks.',
        default: 'apply',
        oneOf: ['plan', 'apply', 'destroy'],
      },
      reviewed: REVIEWED,
      'timeout-seconds': { description: 'Deadline of the whole run.', default: '3600' },
    },
    outputs: {
      outcome: OUTCOME,
      record: RECORD,
      changed: '`true` if the run wrote anything to AWS.',
      'plan-digest': 'SHA-256 digest of the plan; equal plans have equal digests.',
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
          "Folder of the cluster's config, or its parent folder (then `cluster` selects one). If neither this nor `cluster` is given: `./config`. If only `cluster` is given: the live services, without config.",
      },
      cluster: {
        description: 'Name of the cluster; needed if the config folder contains several, or if there is no config.',
      },
      service: {
        description: 'Names of services separated by commas, or `*` for all services in config.',
        default: '*',
      },
      images: {
        description:
          'Lines of `[service/]container=image`, for containers whose image is not in config (there it says `image: external`).',
      },
      mode: {
        description:
          '`plan` shows what would change, `apply` shows it and does it, `continue` answers a paused deployment and follows it, `rollback` returns to an earlier revision.',
        default: 'apply',
        oneOf: ['plan', 'apply', 'continue', 'rollback'],
      },
      action: {
        description: 'With `mode: continue`, the answer: continue the deployment, or roll it back.',
        default: 'continue',
        oneOf: ['continue', 'rollback'],
      },
      revision: {
        description:
          'With `mode: rollback`, the revision to return to: `family:revision` or a number. Default: the previous successful one.',
      },
      stacks: {
        description:
          'The output `clusters` of provision: a service whose stack did not succeed there is not deployed; the others are.',
      },
      'on-cancel': {
        description:
          'What a cancelled run does with the deployment it started: `rollback` asks ECS to roll it back, `leave` lets it continue.',
        default: 'rollback',
        oneOf: ['rollback', 'leave'],
      },
      'connect-to': {
        description:
          "Where to connect for `verify` of service.yaml: `HOST:PORT:ADDRESS:PORT` as in curl's --connect-to, for a name that is not in DNS yet.",
      },
      reviewed: REVIEWED,
      'timeout-seconds': {
        description:
          'Deadline of the rollout: half an hour, or longer where bake times and steps of the strategy need it, unless given. When it passes, the deployment is rolled back and the run fails. Verifying afterwards has its own deadline.',
      },
    },
    outputs: {
      outcome: OUTCOME,
      record: RECORD,
      changed: '`true` if the run wrote anything to AWS.',
      'plan-digest': 'SHA-256 digest of the plan; equal plans have equal digests.',
      services: 'What happened to each service, as JSON.',
      'task-definition-arn': 'ARN of the task definition revision that the service now uses (one service only).',
      'deployment-id': 'Id of the deployment that this run followed (one service only).',
    },
  },
  'verify-alb': {
    title: 'ECS GitOps: verify ALB',
    description:
      'Check that the load balancer answers through its DNS name, with the version that was deployed. Changes nothing.',
    icon: 'check-circle',
    inputs: {
      config: CONFIG,
      cluster: { description: 'Name of the cluster.' },
      service: { description: 'Name of the service; may be left out if the cluster has only one.' },
      url: { description: 'URL to request, instead of the one from config and the stack.' },
      path: { description: 'Path to request, instead of the one in service.yaml.' },
      'expect-status': {
        description: 'Accepted status codes, e.g. `200`, `200-299`, `200,204`. `200` unless config says otherwise.',
      },
      'expect-body': { description: 'Text that the body must contain.' },
      'expect-version': {
        description:
          'Version that must answer. If service.yaml does not say how an answer shows its version, write `header:NAME=VALUE` or `body:VALUE`.',
      },
      consecutive: { description: 'How many requests in a row must succeed. 3 unless config says otherwise.' },
      'timeout-seconds': { description: 'Deadline. 120 unless config says otherwise.' },
      'connect-to': {
        description: "`HOST:PORT:ADDRESS:PORT` as in curl's --connect-to: test a name before it is in DNS.",
      },
      'watch-seconds': {
        description: 'Continue to send requests for this long after success; any failure then fails the run.',
        default: '0',
      },
    },
    outputs: {
      outcome: OUTCOME,
      record: RECORD,
      url: 'The URL that was requested.',
      requests: 'How many requests were sent.',
      failures: 'How many of them did not get the expected answer.',
      'p50-ms': 'Median response time in milliseconds.',
      'p99-ms': '99th percentile of the response time in milliseconds.',
    },
  },
  select: {
    title: 'ECS GitOps: select',
    description:
      'Find which clusters and services a commit affects, as matrices for the jobs that plan or apply them. Calls neither AWS nor GitHub.',
    icon: 'filter',
    inputs: {
      config: CONFIG,
      cluster: { description: 'Name of a cluster, to select from that one only.' },
      base: {
        description:
          'Commit to compare with, e.g. `HEAD^1`; it must be fetched (`fetch-depth: 0` of actions/checkout). If it is not given, or git does not know it, everything is selected.',
      },
      onto: {
        description:
          'For a pull request, the commit that it would be merged onto, e.g. `HEAD^1`. The comment then says which changes are not from the pull request, but left over from merges since `base`.',
      },
      head: { description: 'Commit to look at.', default: 'HEAD' },
    },
    outputs: {
      clusters:
        'Clusters to provision, as JSON: `[{cluster, region, services, legs: [{services}]}]`, services separated by commas.',
      legs: 'The legs of all clusters, as JSON: `[{cluster, region, services}]`. Services that depend on each other are in one leg.',
      any: '`true` if there is any: a matrix must not be empty.',
    },
  },
  report: {
    title: 'ECS GitOps: report',
    description:
      'Report to GitHub what the other actions did: one comment on the pull request, its commit status, deployments, and an issue for each cluster with drift. Has no access to AWS.',
    icon: 'message-square',
    inputs: {
      files: {
        description:
          'Records that the other actions wrote: folders, files or patterns, one per line. If it is empty, nothing has run yet: the comment says that a plan is being made, or that it is being applied.',
      },
      'github-token': {
        description:
          'Token of the job. What it is not allowed to do is skipped, with a notice; the summary always contains everything.',
        default: GITHUB_TOKEN,
      },
      config: {
        description:
          'Folder of the config to report on. If it is not `config`, comment, status, deployments and issues have its name in them, so that each folder has its own.',
        default: 'config',
      },
      mode: {
        description:
          '`report` reports plans and what was applied, depending on the event; `drift` keeps one issue per cluster up to date. Two modes only read: `collect` gathers, before a push is applied, what the merged pull requests have shown; `base` finds the commit from which on a push would be applied.',
        default: 'report',
        oneOf: ['report', 'drift', 'collect', 'base'],
      },
    },
    outputs: {
      'comment-url': 'URL of the comment that was written.',
      state:
        'The overall result of the records: planning, ready, blocked, invalid, no-changes, applying, applied, paused, rolled-back, failed or closed.',
      issues: 'With `mode: drift`, each cluster and its issue, as JSON: `[{cluster, hasDrift, url}]`.',
      reviewed:
        'With `mode: collect`, path of reviewed.json, for the input `reviewed` of provision and deploy-service.',
      base: 'With `mode: collect` or `base`, the last commit that was applied completely; empty if none is known: everything has to be selected then.',
      superseded: 'With `mode: collect`, `true` if a newer commit than this one was applied already.',
    },
  },
} as const satisfies Record<string, ActionContract>;

export type ActionName = keyof typeof ACTIONS;
export type InputName<A extends ActionName> = keyof (typeof ACTIONS)[A]['inputs'] & string;
