import { create } from 'zustand';
import { call } from '#renderer/api/desk-api.ts';
import type { ImportReport } from '#shared/model/import-report.ts';
import type { RepairPlace } from '#shared/model/repair.ts';
import { draftActs } from './draft-acts.ts';
import { draftSession } from './draft-session.ts';

/** What stands before the person: what an import did, and what the words of the open draft need. */
export interface RepairOffer {
  /** Null when the person asked for repairs by themselves. */
  readonly report: ImportReport | null;
  readonly draftId: string;
  readonly places: readonly RepairPlace[];
}

export const useRepairs = create<{ readonly offer: RepairOffer | null }>(() => ({ offer: null }));

/** Settles when nothing stands before the person any more. */
export async function offerAnswered(): Promise<void> {
  if (useRepairs.getState().offer === null) return;
  await new Promise<void>((answered) => {
    const stop = useRepairs.subscribe(({ offer }) => {
      if (offer !== null) return;
      stop();
      answered();
    });
  });
}

/**
 * Finds what the words of the open draft need and puts it before the person, with the report of the import that
 * brought them, if any. Answers how many stretches of text need something; without a report nothing is shown for none.
 */
export async function offerRepairs(report: ImportReport | null): Promise<number> {
  const draftId = draftSession().opened?.summary.id;
  if (draftId === undefined) return 0;
  await draftActs().flush();
  const { places } = await call('repair:find', { draftId });
  if (report !== null || places.length > 0) useRepairs.setState({ offer: { report, draftId, places } });
  return places.length;
}
