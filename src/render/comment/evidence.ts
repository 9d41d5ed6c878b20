import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import type { ReviewedUnit } from '../../model/reviewed.ts';

/** A comment has room for so much of it; hundreds of units come with their fingerprints, thousands without. */
const LONGEST = 24_000;
const LONGEST_WITH_DETAILS = 12_000;
/** What comes from a comment may unpack to no more. */
const LARGEST_BYTES = 8 * 1024 * 1024;
const START = '<!-- ecs-gitops:reviewed ';
const END = ' -->';

const UNITS = z.array(
  z.object({
    unit: z.string(),
    digest: z.string().regex(/^[0-9a-f]{16}$/),
    changes: z.record(z.string(), z.string()),
  }),
);

/**
 * What a comment shows, for the run that applies it: every unit that would change with its digest, packed, in an HTML
 * comment. Fingerprints are left out where they would take too much room; undefined where not even the digests have
 * any.
 */
export function evidenceLine(units: readonly ReviewedUnit[]): string | undefined {
  const sorted = units.toSorted((a, b) => (a.unit < b.unit ? -1 : 1));
  const full = pack(sorted);
  if (full.length <= LONGEST_WITH_DETAILS) return `${START}${full}${END}`;
  const bare = pack(sorted.map((unit) => ({ ...unit, changes: {} })));
  return bare.length <= LONGEST ? `${START}${bare}${END}` : undefined;
}

/** The line of a comment that holds what it showed; undefined where there is not exactly one. */
export function findEvidence(body: string): string | undefined {
  const lines = body.split(/\r?\n/).filter((line) => line.startsWith(START) && line.endsWith(END));
  return lines.length === 1 ? lines[0] : undefined;
}

/** sha256 in hex over an evidence line: an edited one has another. */
export function evidenceHash(line: string): string {
  return createHash('sha256').update(line).digest('hex');
}

/** The units of an evidence line; undefined where it cannot be read. */
export function readEvidence(line: string): readonly ReviewedUnit[] | undefined {
  try {
    const packed = Buffer.from(line.slice(START.length, -END.length), 'base64');
    return UNITS.safeParse(JSON.parse(inflateRawSync(packed, { maxOutputLength: LARGEST_BYTES }).toString())).data;
  } catch {
    return undefined;
  }
}

function pack(units: readonly ReviewedUnit[]): string {
  // Base64 has no dash, which could end the HTML comment.
  return deflateRawSync(JSON.stringify(units), { level: 9 }).toString('base64');
}
