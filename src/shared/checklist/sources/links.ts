import { linkFault, type LinkFault } from '../../document/link-faults.ts';
import { inlineText } from '../../document/walk.ts';
import { placedNodes } from '../../house-style/placed-nodes.ts';
import type { Severity } from '../../model/finding.ts';
import { checklistFinding, type ChecklistSource } from '../checklist-source.ts';

const shown = 20;
/** An address that nobody outside can reach blocks the package; the others may have their reasons. */
const severities: Readonly<Record<LinkFault, Severity>> = {
  malformed: 'error',
  inside: 'error',
  test: 'warning',
  short: 'warning',
  fleeting: 'warning',
};

/** Links that are dead, or soon will be, as far as their addresses tell: nothing is called. */
export const links: ChecklistSource = ({ content }) =>
  content.document.children.flatMap((node, block) =>
    placedNodes(node).flatMap(({ node: link, start, end }) => {
      const fault = link.type === 'link' ? linkFault(link.url) : undefined;
      if (link.type !== 'link' || fault === undefined) return [];
      const params = { text: inlineText(link.children).slice(0, shown), url: link.url.slice(0, 80) };
      return [checklistFinding(`link-${fault}`, severities[fault], { kind: 'block', block, start, end }, params)];
    }),
  );
