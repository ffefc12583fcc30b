/** Waiting. Tests give one whose time they move by hand. */
export interface Timers {
  /** Calls back once after `milliseconds`; the answer is a function that calls it off. Keeps no process alive. */
  after(milliseconds: number, callback: () => void): () => void;
}
