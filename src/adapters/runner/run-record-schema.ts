import { z } from 'zod';
import { ERROR_CODES } from '../../model/errors.ts';
import type { OutcomeKind } from '../../model/outcome.ts';
import { RECORD_VERSION, type RunRecord } from '../../model/run-record.ts';
import { STRATEGIES } from '../../model/strategy.ts';

/** An artifact may come from anywhere: what is read from one is held against this before anything is made of it. */

// As an object, of which the compiler misses a kind that is new.
const OUTCOMES: Readonly<Record<OutcomeKind, OutcomeKind>> = {
  unchanged: 'unchanged',
  planned: 'planned',
  deployed: 'deployed',
  paused: 'paused',
  verified: 'verified',
  destroyed: 'destroyed',
  'rolled-back': 'rolled-back',
  failed: 'failed',
  superseded: 'superseded',
  cancelled: 'cancelled',
  blocked: 'blocked',
  'timed-out': 'timed-out',
};

const position = z.object({ file: z.string(), line: z.number(), column: z.number() });

const shownValue = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('value'), text: z.string() }),
  z.object({ kind: z.literal('absent') }),
  z.object({ kind: z.literal('secret') }),
  z.object({ kind: z.literal('known-after-apply') }),
  z.object({ kind: z.literal('withheld') }),
]);

const change = z.object({
  action: z.enum(['add', 'modify', 'replace', 'remove']),
  resource: z.string(),
  type: z.string(),
  physicalId: z.string().optional(),
  properties: z.array(
    z.object({ path: z.string(), before: shownValue, after: shownValue, live: shownValue.optional() }),
  ),
  certainty: z.enum(['certain', 'conditional', 'known-after-apply']),
  isKept: z.boolean().optional(),
  isMadeAgain: z.boolean().optional(),
  isLater: z.boolean().optional(),
  at: position.optional(),
});

const danger = z.object({
  stack: z.string().optional(),
  resource: z.string(),
  property: z.string().optional(),
  to: z.string().optional(),
  loss: z.string(),
  forbidden: z.string().optional(),
  allowed: z.boolean(),
});

const forecast = z.object({
  strategy: z.enum(STRATEGIES),
  tasks: z.number(),
  running: z.number(),
  lowest: z.number(),
  highest: z.number(),
  waves: z.number().optional(),
  room: z.enum(['enough', 'grows', 'missing', 'unknown']),
  roomText: z.string(),
  lastDurationsMs: z.array(z.number()),
});

const check = z.object({
  subject: z.string(),
  state: z.enum(['passed', 'failed', 'warning', 'unchecked']),
  message: z.string(),
  at: position.optional(),
});

const unit = z.object({
  id: z.string(),
  kind: z.enum(['stack', 'service']),
  changes: z.array(change),
  dangers: z.array(danger),
  needs: z.array(z.string()),
  digest: z.string(),
  notes: z.array(z.string()),
  forecast: forecast.optional(),
  checks: z.array(check).optional(),
});

const outcome = z.object({
  kind: z.enum(OUTCOMES),
  summary: z.string(),
  evidence: z.array(z.string()),
  nextStep: z.string().optional(),
  at: position.optional(),
});

const failure = z.object({
  code: z.enum(ERROR_CODES),
  message: z.string(),
  hint: z.string(),
  at: position.optional(),
  issues: z.array(z.object({ at: position, message: z.string(), hint: z.string().optional() })),
});

const span = z.object({
  section: z.string(),
  label: z.string(),
  startMs: z.number(),
  endMs: z.number(),
  mark: z.enum(['done', 'failed', 'going-on']),
});

export const RUN_RECORD = z.object({
  version: z.literal(RECORD_VERSION),
  action: z.string(),
  mode: z.string(),
  cluster: z.string().optional(),
  region: z.string().optional(),
  clusterFile: z.string().optional(),
  commit: z.string().optional(),
  startedAt: z.number(),
  endedAt: z.number(),
  outcome: z.enum(OUTCOMES),
  changed: z.boolean(),
  units: z.array(
    z.object({
      name: z.string(),
      plan: unit.optional(),
      outcome,
      taskDefinitionArn: z.string().optional(),
    }),
  ),
  failure: failure.optional(),
  url: z.string().optional(),
  selected: z
    .array(
      z.object({
        cluster: z.string(),
        region: z.string(),
        services: z.array(z.string()),
        own: z.array(z.string()).optional(),
      }),
    )
    .optional(),
  spans: z.array(span),
}) satisfies z.ZodType<RunRecord>;
