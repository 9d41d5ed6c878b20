/** The next step after a run that ended before its work was done: every action starts from what AWS has now. */
export const RUN_AGAIN = 'Run the job again: it continues where this run ended.';
