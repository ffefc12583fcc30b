import { readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { ratioOf, verdictOf, type FigureRow } from './figure-row.ts';

const modules = resolve(import.meta.dirname, '../../node_modules');

/** What the figures were measured on. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memoryGiB: number;
  readonly node: string;
  readonly chromium: string;
  readonly lexical: string;
}

/** The figures of one part of the bench, as they were last measured. */
export interface PartFigures {
  readonly at: string;
  readonly machine: Machine;
  readonly rows: readonly FigureRow[];
}

export function thisMachine(chromium: string): Machine {
  const lexical = JSON.parse(readFileSync(join(modules, 'lexical/package.json'), 'utf8')) as { version: string };
  return {
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    chromium,
    lexical: lexical.version,
  };
}

/** One line for the terminal. */
export function printRow(row: FigureRow): string {
  const ratio = ratioOf(row);
  const beside = row.floor === null ? '' : `  beside ${row.floorName} ${row.floor.toFixed(2)}`;
  const judged = ratio === null ? '' : `  ${ratio.toFixed(2)} ×${row.target === null ? '' : ` (≤ ${row.target} ×)`}`;
  return `${row.name}: ${row.ours.toFixed(2)}${beside}${judged}  ${verdictOf(row)}`;
}

/** All parts as `docs/performance.md`, in this order. */
export function reportPage(parts: readonly PartFigures[]): string {
  const measured = [...new Set(parts.map(({ at, machine }) => `${machineLine(machine)}; ${at.slice(0, 10)}`))];
  return `# Performance

Written by \`npm run bench\`. Milliseconds are context; the **ratios within one interleaved run are the result**.

${measured.join('.\n\n')}.
Raw figures: [performance.json](performance.json).

| what | ours, ms | beside it, ms | ratio | to reach | |
| --- | --- | --- | --- | --- | --- |
${parts
  .flatMap(({ rows }) => rows)
  .map(tableLine)
  .join('\n')}

${explanation}`;
}

function machineLine({ processor, cores, memoryGiB, node, chromium, lexical }: Machine): string {
  return `${processor}, ${cores} cores, ${memoryGiB} GiB; Node ${node}, ${chromium}, Lexical ${lexical}`;
}

function tableLine(row: FigureRow): string {
  const ratio = ratioOf(row);
  const floor = row.floor === null ? '–' : `${row.floor.toFixed(2)} (${row.floorName})`;
  const target = row.target === null ? '–' : `≤ ${row.target} ×`;
  return `| ${row.name} | ${row.ours.toFixed(2)} | ${floor} | ${ratio === null ? '–' : `${ratio.toFixed(2)} ×`} | ${target} | ${verdictOf(row)} |`;
}

const explanation = `## How

\`npm run bench\` measures everything in about ten minutes and writes after each part; \`npm run bench -- --only editing,memory\` measures
some parts (by the beginnings of their names) and leaves the other figures as they were, \`--rounds 4\` opens each editor half as often,
\`--print\` writes nothing. A row is void as \`wrong\` when what was measured did not do its work, and as \`noise\` when bare Lexical,
measured twice, differed from itself by more than 10 % (loading: 15 %).

- **Beside bare Lexical and ProseMirror**: the whole product with every feature on, and pages that hold the editor alone with the same words
  and ten pictures, in one browser; a fresh page with a draft of its own each, the order rotated each round, a first round thrown away.
  Loaded text, typed text, compositions (a cancelled one too), Enter + Backspace, and all of undo and redo must be exact to the character.
- **Key to paint**: the key event's own time stamp → first change of the page → animation frame → first task after it; 20 ms of rest
  between keys. Keys come through the DevTools protocol, the caret stands in the middle of the text.
- **Load to paint**: from asking for the document to its paint, the page standing ready. Ours is a click on the draft's line: that reads
  the draft, its history, pictures and comments from the database and draws the panels about it as well; the bare page fetches a file.
- **Undo**: 100 edits in 100 paragraphs, all undone, all redone; each key to paint.
- **Heap**: what the page's script holds after collections. Of a whole page most is the window itself (React, Fluent UI, the features and
  their words, which a bare editor has not) and stays the same whatever the document; what the document takes is a row of its own.
- **Script per key**: the longest piece of script between a key and the next in Chromium's own trace; layout and paint aside.
- **Guards**: the processor slowed down to a quarter, 500 paragraphs: keys, and the time that Chromium's event timing (INP) gives for
  every click and key of a walk through the window.
- **Autosave**: from the window's call to the answer that follows the durable commit, beside writing and syncing the same bytes to a
  bare file plus an empty call across the same border; the three take turns, each after a rest of 30 ms.
- **Saving**: keys in 50 paragraphs with 20 figures while autosave takes them, beside keys in the same page whose saves are held back until they are typed.
- **Paste**: what Word puts on a clipboard is pasted at the end of the text while keys are typed in its middle, until all photos stand there;
  beside keys in the same page before it. Each round brings photos that the store does not know.
- **Start**: from starting the command to a sheet that can be typed in, everything installed and built.
- **Store of a year**: a generator writes drafts of 2,000 characters with 250 versions each and a full undo history through the services,
  and reads them back; what each adds to the file, times 2,000. Its words are drawn at random, which packs worse than language.
- **Soak**: eight hours of saves, versions and pictures and a backup, in a process of the built program, after 3,000 of the 30,000 edits and at
  the end. Each look is the median of nine, each after V8 has collected as it does by itself after ten seconds of rest, of which hours in
  minutes leave none.
- **List**: from the click on a filter whose list nobody asked for before to its lines on the screen, the pointer resting on it for 150 ms first,
  in which the window asks already; beside the click when the lines are in memory.
- **Figures**: from the click on a line to twenty figures on the screen, beside the same click in a window that has the answers of the main
  process in its memory; for context also beside giving an open editor the document alone, with no draft, no history and no panels about it.
- **Search**: the first page with hits and counts, beside reading through the folded words of every draft in SQLite; void unless both find the
  same drafts. **Store**: the same act in stores of 10, 10,000 and 50,000 drafts, which take turns.
- **Package**: from taking the photos in, or from the request alone, to the verified zip, beside a script that calls sharp, SHA-256 and the
  zip library alone with the same settings on the same photos; each in a process of its own, of the built program. Taking in also keeps
  each original durably, which the script does not. Memory is the process's highest.
- **Portal**: packages are sent by the workstation's own client from 20 clients in one process to a portal in another, until each has its
  checked receipt: received, verified, unpacked, published and signed, one after the other. The bare @tus/server keeps the bytes and knows
  nothing of them. Void unless each was published once.
`;
