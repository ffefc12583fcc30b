import { useState } from 'react';
import type { WrittenFile } from '#shared/ipc/channels/review.ts';
import { draftActs } from './draft-acts.ts';
import { attempt } from './report-error.ts';

/** Writing the draft into a file: its words are saved first, a refusal is told, and what was written is kept to be shown. */
export function useWrittenFile<Choice extends readonly unknown[]>(write: (...choice: Choice) => Promise<WrittenFile>) {
  const [written, setWritten] = useState<WrittenFile | null>(null);
  const [busy, setBusy] = useState(false);
  const start = async (...choice: Choice): Promise<void> => {
    setBusy(true);
    // What was written before is not what this will be.
    setWritten(null);
    const file = await attempt(async () => {
      await draftActs().flush();
      return write(...choice);
    });
    if (file) setWritten(file);
    setBusy(false);
  };
  return { written, busy, start };
}
