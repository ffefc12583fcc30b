/** Marks a branch that the type checker proves unreachable; throws when data from outside breaks that proof. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
