import { shanghaiMinute } from '../../shanghai-time.ts';
import type { ChecklistSource } from '../checklist-source.ts';
import { checklistFinding } from '../checklist-source.ts';

/** A planned time that has passed would date the page back. */
export const publication: ChecklistSource = ({ content, now }) => {
  const { plannedAt, amendment } = content.metadata;
  // A correction keeps the date of its first publication.
  if (amendment !== undefined || plannedAt === null || plannedAt >= now) return [];
  const place = { kind: 'metadata', field: 'plannedAt' } as const;
  return [checklistFinding('planned-past', 'warning', place, { time: shanghaiMinute(plannedAt) })];
};
