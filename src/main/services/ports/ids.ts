/** The only source of randomness for services; tests give a counting one. */
export interface Ids {
  /** A fresh UUIDv7. */
  next(): string;
}
