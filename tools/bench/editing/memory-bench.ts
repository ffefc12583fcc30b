import type { Browser } from '@playwright/test';
import type { FigureRow } from '../figure-row.ts';
import type { SampleDesk } from '../sample-draft.ts';
import { sizes, type Size } from './editing-bench.ts';
import { buildPeerPages, servePeers } from './peer-page.ts';
import { peerSubject, workstationSubject, type OpenEditor, type Subject } from './subjects.ts';
import { measureUndoMemory, usedHeap } from './undo.ts';

/** Edits of which the heap is asked what they leave behind. */
const edits = 400;
const [small, , large] = sizes;

/** What a page holds of the document and of its edits, after collections: a line through two sizes, and 400 edits at the largest. */
export async function benchMemory(browser: Browser, desk: SampleDesk, address: string): Promise<readonly FigureRow[]> {
  await buildPeerPages();
  const server = await servePeers(desk.pictures);
  try {
    const ours = await memoryOf(workstationSubject(browser, desk, address));
    const lexical = await memoryOf(peerSubject(browser, desk, server, 'lexical'));
    const row = (name: string, value: (memory: Memory) => number, target: number | null): FigureRow => ({
      name: `${name}, MB`,
      ours: value(ours) / 1e6,
      floor: value(lexical) / 1e6,
      floorName: 'bare Lexical',
      target,
      correct: ours.edits.correct && lexical.edits.correct && lexical.edits.bytes > 0,
    });
    return [
      row('Heap that does not grow with the document', ({ fixed }) => fixed, null),
      row('Heap of each 1000 paragraphs', ({ perParagraph }) => perParagraph * 1000, 1.5),
      row(`Heap that ${edits} edits leave for undo, ${large} paragraphs`, (memory) => memory.edits.bytes, 0.25),
    ];
  } finally {
    await server.close();
  }
}

interface Memory {
  /** Bytes of a page with a document of no length. */
  readonly fixed: number;
  readonly perParagraph: number;
  readonly edits: { readonly bytes: number; readonly correct: boolean };
}

async function memoryOf(subject: Subject): Promise<Memory> {
  const little = await inPage(subject, small, ({ cdp }) => usedHeap(cdp));
  const { much, left } = await inPage(subject, large, async ({ page, cdp }) => {
    const before = await usedHeap(cdp);
    return { much: before, left: await measureUndoMemory(page, cdp, edits) };
  });
  const perParagraph = (much - little) / (large - small);
  return { fixed: little - perParagraph * small, perParagraph, edits: left };
}

async function inPage<Result>(
  subject: Subject,
  size: Size,
  look: (editor: OpenEditor) => Promise<Result>,
): Promise<Result> {
  const editor = await subject.open(size);
  try {
    return await look(editor);
  } finally {
    await editor.close();
  }
}
