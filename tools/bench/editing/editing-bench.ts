import type { Browser } from '@playwright/test';
import type { FigureRow } from '../figure-row.ts';
import type { SampleDesk } from '../sample-draft.ts';
import { measureComposition } from './composition.ts';
import { rowsOf, type Measured } from './editing-rows.ts';
import { measureTyping } from './key-to-paint.ts';
import { buildPeerPages, servePeers } from './peer-page.ts';
import { joinsAgain } from './structure.ts';
import { peerSubject, workstationSubject, type Subject } from './subjects.ts';
import { measureUndo, usedHeap } from './undo.ts';

/** Paragraphs of the measured documents. */
export const sizes = [50, 500, 5000] as const;
export type Size = (typeof sizes)[number];

/** Pages of each editor that are measured, after one of each that warms caches. */
const roundsOf: Readonly<Record<Size, number>> = { 50: 8, 500: 8, 5000: 4 };
const keys = 24;
const compositions = 2;
const edits = 100;

/**
 * The sheet beside bare Lexical and ProseMirror with the same words and pictures, in one browser: fresh pages, the order
 * rotated each round. Bare Lexical takes part twice; what the two differ by is the noise of the run.
 */
export async function benchEditing(
  browser: Browser,
  desk: SampleDesk,
  address: string,
  size: Size,
  rounds: number = roundsOf[size],
): Promise<readonly FigureRow[]> {
  await buildPeerPages();
  const server = await servePeers(desk.pictures);
  const subjects: readonly Subject[] = [
    workstationSubject(browser, desk, address),
    peerSubject(browser, desk, server, 'lexical'),
    peerSubject(browser, desk, server, 'prosemirror'),
    { ...peerSubject(browser, desk, server, 'lexical'), name: 'control' },
  ];
  const found = new Map(subjects.map(({ name }) => [name, emptyMeasured()]));
  try {
    for (let round = 0; round <= rounds; round += 1) {
      for (const [index] of subjects.entries()) {
        const subject = subjects[(index + round) % subjects.length];
        const into = found.get(subject?.name ?? '');
        if (!subject || !into) continue;
        // Once before anything counts: code and pictures are in their caches.
        if (round === 0) await (await subject.open(size)).close();
        else await measureRound(subject, size, into);
        if (round === 1 && subject.name !== 'control') await measureUndoRound(subject, size, into);
      }
    }
  } finally {
    await server.close();
  }
  return rowsOf(size, found);
}

async function measureRound(subject: Subject, size: Size, into: Measured): Promise<void> {
  const editor = await subject.open(size);
  const { page, cdp } = editor;
  into.load.push(editor.loaded);
  into.heap.push(await usedHeap(cdp));
  const typing = await measureTyping(page, keys);
  const composition = await measureComposition(page, cdp, compositions);
  const joined = await joinsAgain(page);
  await editor.close();
  into.typing.push(...typing.samples);
  into.update.push(...composition.updates);
  into.commit.push(...composition.commits);
  judge(subject, size, into, { typing: typing.correct, composition: composition.correct, joined });
}

async function measureUndoRound(subject: Subject, size: Size, into: Measured): Promise<void> {
  const editor = await subject.open(size);
  const undo = await measureUndo(editor.page, edits);
  await editor.close();
  into.undo.push(...undo.samples);
  judge(subject, size, into, { undo: undo.correct });
}

/** A fast wrong editor fails, and says where. */
function judge(subject: Subject, size: Size, into: Measured, found: Readonly<Record<string, boolean>>): void {
  for (const [what, correct] of Object.entries(found)) {
    if (!correct) console.error(`${subject.name}, ${size} paragraphs: ${what} was not exact`);
    into.correct &&= correct;
  }
}

function emptyMeasured(): Measured {
  return { load: [], typing: [], update: [], commit: [], undo: [], heap: [], correct: true };
}
