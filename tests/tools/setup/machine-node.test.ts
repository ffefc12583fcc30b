import { mkdir, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { node24, outsideNode } from '#tools/setup/programs.mjs';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

const program = process.platform === 'win32' ? 'node.exe' : 'node';

async function anotherNode(): Promise<string> {
  const folder = join(await temporaryFolder(), '程序 bin');
  await mkdir(folder);
  await writeFile(join(folder, program), '');
  return join(folder, program);
}

it('installs on the Node that runs npm when ours runs the script: npm ci takes ours away', async () => {
  const machine = await anotherNode();
  expect(outsideNode(node24, machine, '')).toBe(machine);
});

it('finds another Node on the PATH when ours was started by hand', async () => {
  const machine = await anotherNode();
  const path = [dirname(node24), '/no/such/folder', dirname(machine)].join(delimiter);
  expect(outsideNode(node24, undefined, path)).toBe(machine);
});

it('stays with the Node that runs when it is not ours, or is the only one', async () => {
  const machine = await anotherNode();
  expect(outsideNode(machine, '/another/node', dirname(machine))).toBe(machine);
  expect(outsideNode(node24, undefined, dirname(node24))).toBe(node24);
});
