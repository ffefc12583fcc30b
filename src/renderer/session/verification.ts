import { create } from 'zustand';
import type { VerifyReport } from '#shared/model/package-record.ts';

/** What the reader said of a package that a person wanted verified; shown until it is closed. */
export const useVerification = create<{
  readonly report: VerifyReport | null;
  /** The file itself, where the person gave one. */
  readonly file: File | null;
}>(() => ({ report: null, file: null }));

export function showVerification(report: VerifyReport | null, file: File | null = null): void {
  useVerification.setState({ report, file });
}
