import { setTimeout as pause } from 'node:timers/promises';
import { REPOSITORY, subjects } from './subjects.ts';
import { assumeForJob, type RoleCredentials } from './web-identity.ts';

const TRIES = 200;
const PAUSE_MS = 25;

/**
 * The role for a job that is e.g. `pull_request` or `environment:production`. One that was just made cannot be assumed
 * until STS has heard of it, so it is tried again. Throws where the role does not trust the job.
 */
export async function jobWith(endpoint: string, role: string, who: string): Promise<RoleCredentials> {
  const [, subject = ''] = subjects(REPOSITORY, who);
  for (let tries = 0; tries < TRIES; tries++) {
    const credentials = await assumeForJob(endpoint, role, { subject });
    if (credentials) return credentials;
    await pause(PAUSE_MS);
  }
  throw new Error(`${role} does not trust ${subject}`);
}
