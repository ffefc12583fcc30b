import { join } from 'node:path';
import { expect, it } from 'vitest';
import { node24, outsideNode, projectRoot } from '#tools/setup/programs.mjs';

const machine = join(projectRoot, '../somewhere/bin/node');

it('installs on the Node that runs npm once npm scripts run on ours: npm ci takes ours away', () => {
  expect(outsideNode(node24, machine)).toBe(machine);
});

it('installs on the Node at hand where that is the machine’s own, or npm did not start it', () => {
  expect(outsideNode(machine, '/another/node')).toBe(machine);
  expect(outsideNode(node24, undefined)).toBe(node24);
});
