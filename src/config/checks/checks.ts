import type { ConfigIssue } from '../../model/source.ts';
import type { Check, ClusterDraft } from '../draft.ts';

export const CHECKS: readonly Check[] = [];
export const SHARED_CHECKS: readonly ((drafts: readonly ClusterDraft[]) => readonly ConfigIssue[])[] = [];
export const WARNINGS: readonly Check[] = [];
