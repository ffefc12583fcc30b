import type { ErrorCode } from '#shared/errors.ts';
import type { FileKind } from '#shared/model/file-kind.ts';

const byEnding: readonly (readonly [ending: RegExp, code: ErrorCode])[] = [
  [/\.(?:xls[xmb]?|xlt|et|ett)$/iu, 'import-spreadsheet'],
  [/\.(?:ppt[xm]?|pps[xm]?|dps)$/iu, 'import-slides'],
  [/\.ofd$/iu, 'import-ofd'],
  [/\.msg$/iu, 'import-outlook'],
];

/** Files that are never read, by a code that says what to do with them instead; undefined for those that readers take. */
export function wayOut(kind: FileKind, name: string): ErrorCode | undefined {
  if (kind === 'pdf') return 'import-pdf';
  if (kind === 'compressed') return 'import-compressed';
  if (kind !== 'zip' && kind !== 'old-office') return undefined;
  const named = byEnding.find(([ending]) => ending.test(name))?.[1];
  return named ?? (kind === 'old-office' ? 'import-old-office' : undefined);
}
