import { resolve } from 'node:path';
import { hasTool, judge } from './outside-tool.ts';

const checker = resolve(import.meta.dirname, '../../node_modules/vnu-jar/build/dist/vnu.jar');

/** Lets the Nu HTML checker judge pages in files, where there is Java to run it; rejects with its complaints. */
export async function judgeHtml(files: readonly string[]): Promise<void> {
  if (!(await hasTool('java', '-version'))) return;
  await judge('java', ['-jar', checker, '--errors-only', ...files]);
}
