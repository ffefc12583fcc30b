/**
 * `npm run bench`: prints each figure beside its floor and writes `docs/performance.md` and `.json` after each part.
 *
 *   npm run bench -- [--only <part>,<part>…] [--rounds <n>] [--print]
 *
 * `--only` measures some parts and leaves the others' figures as they were; `--rounds` opens each editor so many times instead
 * of eight, for a machine that is quiet only for minutes; `--print` writes nothing.
 */
import { parseArgs } from 'node:util';
import { partNames, runParts } from './bench-part.ts';
import { printRow, thisMachine } from './report.ts';
import { writePart } from './write-report.ts';

const { values } = parseArgs({
  options: { only: { type: 'string' }, rounds: { type: 'string' }, print: { type: 'boolean', default: false } },
});
const rounds = values.rounds === undefined ? undefined : Number(values.rounds);
const only = values.only?.split(',');
const asked = new Set(partNames.filter((part) => only?.some((name) => part.startsWith(name)) ?? true));
if (asked.size === 0) throw new Error(`there are these parts: ${partNames.join(', ')}`);

let isCorrect = true;
await runParts(asked, rounds, async (part, rows, chromium) => {
  for (const row of rows) console.log(printRow(row));
  isCorrect &&= rows.every((row) => row.correct);
  if (values.print) return;
  await writePart(part, { at: new Date().toISOString(), machine: thisMachine(chromium), rows }, partNames);
});
process.exitCode = isCorrect ? 0 : 1;
