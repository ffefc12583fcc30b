import type { ChecklistSource } from '../checklist-source.ts';
import { checklistFinding } from '../checklist-source.ts';

/** Standing texts as the bureau words them today. A draft keeps the version that it was written with until somebody renews it. */
export const boilerplates: ChecklistSource = ({ content, context }) =>
  content.document.children.flatMap((node, block) => {
    if (node.type !== 'boilerplate') return [];
    const place = { kind: 'block', block } as const;
    const template = context.profile.boilerplates.find(({ id }) => id === node.id);
    if (!template) return [checklistFinding('boilerplate-unknown', 'hint', place, { title: node.id })];
    if (template.version <= node.version) return [];
    return [checklistFinding('boilerplate-old', 'warning', place, { title: template.title })];
  });
