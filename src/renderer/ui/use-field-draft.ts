import { useState } from 'react';

interface FieldDraft {
  readonly typed: string;
  readonly type: (value: string) => void;
  /** Gives what was typed to `onCommit` when it differs. */
  readonly commit: () => void;
}

/**
 * What is being typed into a field over the value it began with, until it is left: one undo step, no half words. A value
 * that changes from outside wins.
 */
export function useFieldDraft(value: string, onCommit: (value: string) => void): FieldDraft {
  const [draft, setDraft] = useState({ over: value, typed: value });
  const typed = draft.over === value ? draft.typed : value;
  return {
    typed,
    type: (next) => setDraft({ over: value, typed: next }),
    commit: () => {
      if (typed !== value) onCommit(typed);
    },
  };
}
