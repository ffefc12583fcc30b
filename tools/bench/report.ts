import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { format } from 'prettier';
import { ratioOf, verdictOf, type FigureRow } from './figure-row.ts';

const docs = resolve(import.meta.dirname, '../../docs');

/** What the figures were measured on. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memoryGiB: number;
  readonly node: string;
  readonly chromium: string;
  readonly lexical: string;
}

export function thisMachine(chromium: string): Machine {
  const lexical = JSON.parse(readFileSync(join(docs, '../node_modules/lexical/package.json'), 'utf8')) as {
    version: string;
  };
  return {
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    chromium,
    lexical: lexical.version,
  };
}

/** Lines for the terminal. */
export function printRow(row: FigureRow): string {
  const ratio = ratioOf(row);
  const beside = row.floor === null ? '' : `  beside ${row.floorName} ${row.floor.toFixed(2)}`;
  const judged = ratio === null ? '' : `  ${ratio.toFixed(2)} ×${row.target === null ? '' : ` (≤ ${row.target} ×)`}`;
  return `${row.name}: ${row.ours.toFixed(2)}${beside}${judged}  ${verdictOf(row)}`;
}

/** Writes `docs/performance.md` and the raw figures beside it. */
export async function writeReport(machine: Machine, rows: readonly FigureRow[], at: string): Promise<void> {
  const table = rows.map((row) => {
    const ratio = ratioOf(row);
    const floor = row.floor === null ? '–' : `${row.floor.toFixed(2)} (${row.floorName})`;
    const target = row.target === null ? '–' : `≤ ${row.target} ×`;
    return `| ${row.name} | ${row.ours.toFixed(2)} | ${floor} | ${ratio === null ? '–' : `${ratio.toFixed(2)} ×`} | ${target} | ${verdictOf(row)} |`;
  });
  const page = `# Performance

Written by \`npm run bench\`. Milliseconds are context; the **ratios within one interleaved run are the result**. A row is void
when what it measured did not do its work.

${machine.processor}, ${machine.cores} cores, ${machine.memoryGiB} GiB; Node ${machine.node}, ${machine.chromium}, Lexical ${machine.lexical}; ${at.slice(0, 10)}.
Raw figures: [performance.json](performance.json).

| what | ours, ms | beside it, ms | ratio | to reach | |
| --- | --- | --- | --- | --- | --- |
${table.join('\n')}

## How

- **Beside bare Lexical and ProseMirror**: the whole product with every feature on, and pages that hold the editor alone with the same words
  and ten pictures, in one browser; a fresh page each, the order rotated each round, a first round thrown away. Bare Lexical takes part
  twice: what \`Control\` differs from 1 is the noise of the run. A row is void unless loaded text, typed text, compositions (a cancelled one too),
  Enter + Backspace, and all of undo and redo were exact to the character.
- **Key to paint**: the key event's own time stamp → first change of the page → animation frame → first task after it; 20 ms of rest
  between keys. Keys come through the DevTools protocol, the caret stands in the middle of the text.
- **Load to paint**: from asking for the document (a click on the draft's line, or the bare page's fetch) to its paint, the page standing ready.
- **Undo**: 100 edits in 100 paragraphs, all undone, all redone; each key to paint.
- **Script per key**: the longest piece of script between a key and the next in Chromium's own trace; layout and paint aside.
- **Autosave**: from the window's call to the answer that follows the durable commit, beside writing and syncing the same bytes to a
  bare file plus an empty call across the same border.
- **Paste**: what Word puts on a clipboard is pasted at the end of the text while keys are typed in its middle, until all photos stand there;
  beside keys in the same page before it. Each round brings photos that the store does not know.
- **Start**: from starting the command to a sheet that can be typed in, everything installed and built.
- **Store of a year**: a generator writes drafts of 2,000 characters with 250 versions each and a full undo history through the services,
  and reads them back; what each adds to the file, times 2,000. Its words are drawn at random, which packs worse than language.
- **Package**: from the request to the verified zip, beside a script that calls sharp, SHA-256 and the zip library alone with the same
  settings on the same photos.
`;
  writeFileSync(
    join(docs, 'performance.md'),
    await format(page, { parser: 'markdown', printWidth: 120, proseWrap: 'preserve' }),
  );
  writeFileSync(join(docs, 'performance.json'), `${JSON.stringify({ at, machine, rows }, null, 2)}\n`);
}
