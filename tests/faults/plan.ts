import type { FaultSuite } from './fault-suite.ts';
import { cutLog } from './suites/cut-log.ts';
import { bitFlips, zeroedBlocks } from './suites/damage.ts';
import { killSaving } from './suites/kill-saving.ts';

/** Every kind of fault, the quick ones first. */
export const suites: readonly FaultSuite[] = [cutLog, bitFlips, zeroedBlocks, killSaving];
