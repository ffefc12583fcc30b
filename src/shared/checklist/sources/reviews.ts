import type { ChecklistSource } from '../checklist-source.ts';
import { checklistFinding } from '../checklist-source.ts';

/** The three reviews, and remarks of colleagues that nobody has answered. */
export const reviews: ChecklistSource = ({ comments, signOffRefusal }) => {
  const open = comments.filter((comment) => comment.resolvedAt === null).length;
  return [
    ...(signOffRefusal === undefined
      ? []
      : [checklistFinding('review-missing', 'error', { kind: 'draft', area: 'reviews' })]),
    ...(open === 0
      ? []
      : [checklistFinding('comments-open', 'warning', { kind: 'draft', area: 'comments' }, { count: open })]),
  ];
};
