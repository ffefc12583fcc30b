import { createHash } from 'node:crypto';
import { canonicalJson } from '#shared/document/canonical.ts';
import type { AuditEntry, AuditLine } from '../ports/audit-store.ts';

/** Where a line is bound to: the number and hash of the one before it. */
export type AuditHead = Pick<AuditLine, 'number' | 'hash'>;

/** Before the first line. */
export const auditStart: AuditHead = { number: 0, hash: '' };

/** The line that an entry becomes behind `head`. */
export function lineAfter(head: AuditHead, { at, who, event, facts }: AuditEntry): AuditLine {
  const number = head.number + 1;
  const bound = canonicalJson({ number, at, who, event, facts, previous: head.hash });
  return { number, at, who, event, facts, hash: createHash('sha256').update(bound).digest('hex') };
}

/** The number of the first of these lines that does not fit behind `head`; null when all do. */
export function firstBroken(head: AuditHead, lines: readonly AuditLine[]): number | null {
  let last = head;
  for (const line of lines) {
    const wanted = lineAfter(last, line);
    if (line.number !== wanted.number || line.hash !== wanted.hash) return line.number;
    last = line;
  }
  return null;
}
