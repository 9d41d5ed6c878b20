/** A request to AWS, as the emulator's own log has it. */
export interface JournalEntry {
  /** Emulated milliseconds since the epoch. */
  readonly at: number;
  readonly operation: string | undefined;
  readonly accessKeyId: string | undefined;
  readonly write: boolean;
  readonly status: number;
}

export interface RequestJournal {
  /** All requests that were signed with the key so far, oldest first. */
  of(accessKeyId: string): Promise<readonly JournalEntry[]>;
  /** All requests for an operation so far, oldest first. */
  for(operation: string): Promise<readonly JournalEntry[]>;
}

export function openJournal(url: string): RequestJournal {
  const entries: JournalEntry[] = [];
  let cursor = 0;
  let reading: Promise<void> = Promise.resolve();
  const readOn = async (): Promise<void> => {
    const response = await fetch(`${url}/_emulator/requests?since=${cursor}`);
    const page = (await response.json()) as { readonly requests: readonly JournalEntry[]; readonly cursor: number };
    entries.push(...page.requests);
    cursor = page.cursor;
  };
  /** One after the other, or what one reads would be read twice. */
  const upToDate = async (): Promise<readonly JournalEntry[]> => {
    reading = reading.then(readOn);
    await reading;
    return entries;
  };
  return {
    of: async (key) => (await upToDate()).filter(({ accessKeyId }) => accessKeyId === key),
    for: async (operation) => (await upToDate()).filter((entry) => entry.operation === operation),
  };
}
