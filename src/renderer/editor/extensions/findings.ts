import type { LexicalEditor } from 'lexical';
import { $isElementNode } from 'lexical';
import type { Finding, Severity } from '#shared/model/finding.ts';
import { $blockAt, $domRangesOf } from '../places.ts';

const highlightNames: Readonly<Record<Severity, string>> = {
  error: 'gaoqian-error',
  warning: 'gaoqian-warning',
  hint: 'gaoqian-hint',
};

/**
 * Underlines findings in the text through the CSS Custom Highlight API: the document and its DOM stay as they are.
 * A finding of a whole figure marks the figure. Ranges follow the text as it is edited until the next call.
 */
export function showFindings(editor: LexicalEditor, findings: readonly Finding[]): void {
  const marks = new Map<Element, Severity>();
  const ranges: Record<Severity, Range[]> = { error: [], warning: [], hint: [] };
  editor.read('latest', () => {
    for (const { place, severity } of findings) {
      if (place.kind !== 'block') continue;
      const block = $blockAt(place.block);
      if (block === null) continue;
      if (place.start !== undefined && place.end !== undefined) {
        ranges[severity].push(...$domRangesOf(editor, block, place.start, place.end));
      } else if ($isElementNode(block)) {
        const element = editor.getElementByKey(block.getKey());
        if (element !== null) marks.set(element, severity);
      }
    }
  });
  for (const severity of ['hint', 'warning', 'error'] as const) {
    if (ranges[severity].length > 0) CSS.highlights.set(highlightNames[severity], new Highlight(...ranges[severity]));
    else CSS.highlights.delete(highlightNames[severity]);
  }
  markBlocks(editor, marks);
}

/** Takes every underline away; also when the editor leaves the page, for highlights belong to the whole page. */
export function clearFindings(editor: LexicalEditor): void {
  for (const name of Object.values(highlightNames)) CSS.highlights.delete(name);
  markBlocks(editor, new Map());
}

/** Touches those alone whose mark changes: most checks find what the one before found, and each touch draws a figure anew. */
function markBlocks(editor: LexicalEditor, marks: ReadonlyMap<Element, Severity>): void {
  for (const element of editor.getRootElement()?.querySelectorAll('[data-finding]') ?? []) {
    if (!marks.has(element)) element.removeAttribute('data-finding');
  }
  for (const [element, severity] of marks) {
    if (element.getAttribute('data-finding') !== severity) element.setAttribute('data-finding', severity);
  }
}
