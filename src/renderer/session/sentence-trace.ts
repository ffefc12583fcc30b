import { create } from 'zustand';
import { draftActs } from './draft-acts.ts';
import { draftSession } from './draft-session.ts';
import { attempt } from './report-error.ts';

/** A selection whose past is asked for: a block of the saved words and a stretch of its text. */
export interface TracedPlace {
  readonly draftId: string;
  readonly block: number;
  readonly start: number;
  readonly end: number;
}

export const useSentenceTrace = create<{ readonly asked: TracedPlace | null }>(() => ({ asked: null }));

/** Asks who changed the selected sentence when. Of a selection over several blocks its last one is meant. */
export function traceSelection(): void {
  void trace();
}

async function trace(): Promise<void> {
  const { handle, opened } = draftSession();
  const place = handle?.selectedPlace();
  if (!opened || place?.kind !== 'words') return;
  const { anchor, focus } = place;
  const [first, last] = anchor.block <= focus.block ? [anchor, focus] : [focus, anchor];
  const offsets = first.block === last.block ? [first.offset, last.offset] : [0, last.offset];
  const saved = await attempt(async () => {
    await draftActs().flush();
    return true;
  });
  if (!saved) return;
  const [start, end] = [Math.min(...offsets), Math.max(...offsets)];
  useSentenceTrace.setState({ asked: { draftId: opened.summary.id, block: last.block, start, end } });
}

export function closeTrace(): void {
  useSentenceTrace.setState({ asked: null });
}
