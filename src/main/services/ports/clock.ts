/** The present moment. The only source of time for shared and services; tests give a fixed one. */
export interface Clock {
  /** ISO 8601, UTC, with milliseconds. */
  now(): string;
}
