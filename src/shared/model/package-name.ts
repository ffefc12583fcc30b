import { z } from 'zod';
import { shanghaiDate } from '../shanghai-time.ts';

/** A package's name: bureau code, day, draft number, revision. ASCII, also the zip's name and its one top folder. */
export const packageNameSchema = z.string().regex(/^[A-Z]{2,8}-\d{8}-\d{4,}-r\d+$/);

/** `TSZJ-20220316-0007-r3`, with the day that its page gives (`timeOfPage`): a correction keeps that of its first publication. */
export function packageName(inputs: {
  readonly code: string;
  readonly number: number;
  readonly revision: number;
  readonly pageTime: string;
}): string {
  const { code, number, revision, pageTime } = inputs;
  const day = shanghaiDate(pageTime).replaceAll('-', '');
  return `${code}-${day}-${String(number).padStart(4, '0')}-r${revision}`;
}

/** More drafts than a machine ever has. */
const numbersOfMachine = 1_000_000;

/** A draft's number among those of all machines of a bureau: each counts its own drafts from 1. */
export function numberOfMachine(machine: number, number: number): number {
  return machine * numbersOfMachine + number;
}
