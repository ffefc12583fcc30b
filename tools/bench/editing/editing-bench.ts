import type { Browser } from '@playwright/test';
import type { FigureRow } from '../figure-row.ts';
import type { SampleDesk } from '../sample-draft.ts';
import { median, percentile } from '../statistics.ts';
import { measureComposition } from './composition.ts';
import { measureTyping } from './key-to-paint.ts';
import { buildPeerPages, servePeers } from './peer-page.ts';
import { joinsAgain } from './structure.ts';
import { peerSubject, workstationSubject, type Subject } from './subjects.ts';
import { measureUndo, measureUndoMemory, usedHeap } from './undo.ts';

/** Paragraphs of the measured documents. */
export const sizes = [50, 500, 5000] as const;
const roundsOf: Readonly<Record<number, number>> = { 50: 8, 500: 8, 5000: 4 };
const keys = 40;
const compositions = 5;
const undoRounds = 2;
const edits = 100;
const memoryEdits = 400;

/** All samples of one editor at one size. */
interface Measured {
  readonly load: number[];
  readonly typing: number[];
  readonly update: number[];
  readonly commit: number[];
  readonly undo: number[];
  readonly heap: number[];
  correct: boolean;
}

/**
 * The sheet beside bare Lexical and ProseMirror with the same words and pictures, in one browser: fresh pages, the order
 * rotated each round. Bare Lexical takes part twice; what the two differ by is the noise of the run.
 */
export async function benchEditing(browser: Browser, desk: SampleDesk, address: string): Promise<readonly FigureRow[]> {
  await buildPeerPages();
  const server = await servePeers(desk.pictures);
  const subjects: readonly Subject[] = [
    workstationSubject(browser, desk, address),
    peerSubject(browser, desk, server, 'lexical'),
    peerSubject(browser, desk, server, 'prosemirror'),
    { ...peerSubject(browser, desk, server, 'lexical'), name: 'control' },
  ];
  try {
    const rows: FigureRow[] = [];
    const heaps: [number, number][] = [];
    for (const size of sizes) {
      const found = await measureSize(subjects, size);
      rows.push(...rowsOf(size, found));
      heaps.push([median(found.get('gaoqian')?.heap ?? []) / 1e6, median(found.get('lexical')?.heap ?? []) / 1e6]);
    }
    rows.push(documentHeapRow(heaps), await undoMemoryRow(subjects));
    return rows;
  } finally {
    await server.close();
  }
}

async function measureSize(subjects: readonly Subject[], size: number): Promise<ReadonlyMap<string, Measured>> {
  const found = new Map(subjects.map(({ name }) => [name, emptyMeasured()]));
  // The first round warms caches and is not counted.
  for (let round = 0; round <= (roundsOf[size] ?? 4); round += 1) {
    const order = subjects.map((_none, index) => subjects[(index + round) % subjects.length]);
    for (const subject of order) {
      const into = round === 0 ? emptyMeasured() : found.get(subject?.name ?? '');
      if (!subject || !into) continue;
      await measureRound(subject, size, into);
      if (round > 0 && round <= undoRounds) await measureUndoRound(subject, size, into);
    }
  }
  return found;
}

async function measureRound(subject: Subject, size: number, into: Measured): Promise<void> {
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

async function measureUndoRound(subject: Subject, size: number, into: Measured): Promise<void> {
  const editor = await subject.open(size);
  const undo = await measureUndo(editor.page, edits);
  await editor.close();
  into.undo.push(...undo.samples);
  judge(subject, size, into, { undo: undo.correct });
}

/** A fast wrong editor fails, and says where. */
function judge(subject: Subject, size: number, into: Measured, found: Readonly<Record<string, boolean>>): void {
  for (const [what, correct] of Object.entries(found)) {
    if (!correct) console.error(`${subject.name}, ${size} paragraphs: ${what} was not exact`);
    into.correct &&= correct;
  }
}

function emptyMeasured(): Measured {
  return { load: [], typing: [], update: [], commit: [], undo: [], heap: [], correct: true };
}

/** The targets of one figure beside bare Lexical, by the number of paragraphs; null where it is context. */
type Targets = Readonly<Record<number, number>>;

function rowsOf(size: number, found: ReadonlyMap<string, Measured>): readonly FigureRow[] {
  const [ours, lexical, prosemirror, control] = ['gaoqian', 'lexical', 'prosemirror', 'control'].map((name) =>
    found.get(name),
  );
  if (!ours || !lexical || !prosemirror || !control) throw new Error('an editor was not measured');
  const row = (
    name: string,
    [mine, theirs]: readonly [Measured, Measured],
    value: (measured: Measured) => number,
    targets: Targets,
  ): FigureRow => ({
    name: `${name}, ${size} paragraphs`,
    ours: value(mine),
    floor: value(theirs),
    floorName: theirs === prosemirror ? 'ProseMirror' : 'bare Lexical',
    target: targets[size] ?? null,
    correct: mine.correct && theirs.correct,
  });
  const besideLexical = [ours, lexical] as const;
  return [
    row('Load to paint', besideLexical, ({ load }) => median(load), { 50: 1.25, 500: 1.25 }),
    row('Key to paint, median', besideLexical, ({ typing }) => median(typing), { 50: 1.15, 500: 1.15, 5000: 1.1 }),
    row('Key to paint, p95', besideLexical, ({ typing }) => percentile(typing, 0.95), { 50: 1.3, 500: 1.3 }),
    row('Key to paint, median', [ours, prosemirror], ({ typing }) => median(typing), { 5000: 1.3 }),
    row('Composition update', besideLexical, ({ update }) => median(update), { 50: 1.15, 500: 1.15, 5000: 1.15 }),
    row('Composition commit', besideLexical, ({ commit }) => median(commit), { 50: 1.15, 500: 1.15, 5000: 1.15 }),
    row('Undo and redo of 100 edits', besideLexical, ({ undo }) => median(undo), { 50: 1.25, 500: 1.25, 5000: 1.25 }),
    row('Heap of the page, MB', besideLexical, ({ heap }) => median(heap) / 1e6, {}),
    row('Control: key to paint, median', [control, lexical], ({ typing }) => median(typing), {}),
    row('Control: load to paint', [control, lexical], ({ load }) => median(load), {}),
  ];
}

/** What the document itself takes: the heap at the largest size without what the page holds at the smallest. */
function documentHeapRow(heaps: readonly (readonly [number, number])[]): FigureRow {
  const [small, large] = [heaps[0], heaps.at(-1)];
  if (!small || !large) throw new Error('no heap was measured');
  return {
    name: `Heap that ${sizes[2] - sizes[0]} more paragraphs take, MB`,
    ours: large[0] - small[0],
    floor: large[1] - small[1],
    floorName: 'bare Lexical',
    target: 1.5,
    correct: true,
  };
}

async function undoMemoryRow(subjects: readonly Subject[]): Promise<FigureRow> {
  const grown = new Map<string, number>();
  for (const subject of subjects.slice(0, 2)) {
    const editor = await subject.open(5000);
    grown.set(subject.name, (await measureUndoMemory(editor.page, editor.cdp, memoryEdits)) / 1e6);
    await editor.close();
  }
  return {
    name: `Heap that ${memoryEdits} edits leave for undo, 5000 paragraphs, MB`,
    ours: grown.get('gaoqian') ?? 0,
    floor: grown.get('lexical') ?? 0,
    floorName: 'bare Lexical',
    target: 0.25,
    correct: (grown.get('lexical') ?? 0) > 0,
  };
}
