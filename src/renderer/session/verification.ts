import { create } from 'zustand';
import type { VerifyReport } from '#shared/model/package-record.ts';

/** What the reader said of a package that a person wanted verified; shown until it is closed. */
export const useVerification = create<{ readonly report: VerifyReport | null }>(() => ({ report: null }));

export function showVerification(report: VerifyReport | null): void {
  useVerification.setState({ report });
}
