/** One blow at the store: where it falls, and the dice of its own. */
export interface Strike {
  readonly number: number;
  /** The same numbers for the same seed, suite and strike. */
  readonly random: () => number;
  /** An empty folder for this strike. What lies in it beside `data` may not change (`outside`). */
  readonly place: string;
  /** The data folder within; not made yet. */
  readonly data: string;
  /** The guard that the suite proves is taken away: the strike must then find something wrong (the canary). */
  readonly careless: boolean;
}

/** One kind of fault, struck many times. Each strike stands alone, so a run can begin anywhere. */
export interface FaultSuite {
  readonly name: string;
  /** How often in `npm run test:faults`. */
  readonly strikes: number;
  /** How often among the unit tests, in a second or two. */
  readonly few: number;
  /** Why this machine cannot strike this way; null when it can. */
  readonly unable?: () => string | null;
  /** Strikes, and holds what is left against what was promised. Throws what is wrong. */
  strike(strike: Strike): Promise<void>;
}

/** The strikes of a short run are spread over those of a long one: 0, then far from it. `of` is prime or the step is not shared. */
export function spread(number: number, of: number): number {
  return (number * 7919) % of;
}
