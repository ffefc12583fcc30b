import type { FaultSuite } from './fault-suite.ts';
import { clock } from './suites/clock.ts';
import { cutLog } from './suites/cut-log.ts';
import { bitFlips, zeroedBlocks } from './suites/damage.ts';
import { doubleEdits } from './suites/double-edits.ts';
import { failedSync, fullDisk, sizeLimit } from './suites/failing-disk.ts';
import { killBackingUp } from './suites/kill-backing-up.ts';
import { killMigrating } from './suites/kill-migrating.ts';
import { killPacking } from './suites/kill-packing.ts';
import { killSaving } from './suites/kill-saving.ts';
import { readOnly, smallDisk } from './suites/mounts.ts';
import { races } from './suites/races.ts';
import { pulledDisk } from './suites/second-disk.ts';

/** Every kind of fault, the quick ones first. */
export const suites: readonly FaultSuite[] = [
  cutLog,
  bitFlips,
  zeroedBlocks,
  clock,
  pulledDisk,
  doubleEdits,
  readOnly,
  smallDisk,
  sizeLimit,
  fullDisk,
  failedSync,
  races,
  killBackingUp,
  killMigrating,
  killPacking,
  killSaving,
];
