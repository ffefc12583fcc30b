/** `npm run bench`: prints each figure beside its floor and writes `docs/performance.md`. `--print` writes nothing. */
import { rm } from 'node:fs/promises';
import { benchAutosave } from './autosave-bench.ts';
import { launchChromium } from './chromium.ts';
import type { FigureRow } from './figure-row.ts';
import { benchFiles } from './files.ts';
import { benchPackage } from './package-bench.ts';
import { benchPaste } from './paste-bench.ts';
import { printRow, thisMachine, writeReport } from './report.ts';
import { makeSampleDesk } from './sample-draft.ts';
import { benchStart } from './start-bench.ts';
import { benchEditing, sizes } from './editing/editing-bench.ts';
import { benchScript } from './script-bench.ts';
import { benchStorage } from './storage/storage-bench.ts';
import { startWorkstation } from './workstation.ts';

const rows: FigureRow[] = [];
const tell = (found: readonly FigureRow[]): void => {
  for (const row of found) console.log(printRow(row));
  rows.push(...found);
};

tell(await benchPackage(benchFiles()));
tell(await benchStorage());
const browser = await launchChromium();
const desk = await makeSampleDesk(sizes);
try {
  // Once before anything is measured: builds what has changed.
  await (await startWorkstation(desk.folder)).stop();
  const workstation = await startWorkstation(desk.folder);
  try {
    tell(await benchEditing(browser, desk, workstation.address));
    tell(await benchScript(browser, workstation.address));
    tell(await benchAutosave(browser, desk, workstation.address));
    tell(await benchPaste(browser, workstation.address));
  } finally {
    await workstation.stop();
  }
  tell(await benchStart(browser, desk));
  const machine = thisMachine(`Chromium ${browser.version()}`);
  if (!process.argv.includes('--print')) await writeReport(machine, rows, new Date().toISOString());
} finally {
  await browser.close();
  await rm(desk.folder, { recursive: true });
}
process.exitCode = rows.every((row) => row.correct) ? 0 : 1;
