/** What the tools tell the person: each step as it begins, each failure in one sentence with a way out. */

/** A failure whose text is meant for the person: what happened and what to do. */
export class Refusal extends Error {
  /** @param {string} message */
  constructor(message) {
    super(message);
    this.name = 'Refusal';
  }
}

/** @param {string} text */
export function say(text) {
  process.stdout.write(`· ${text}\n`);
}

/**
 * Runs a tool's main function; a Refusal ends it with its sentence alone, anything else with its trace.
 * @param {() => Promise<number>} main answers the exit code
 */
export async function runTool(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    const text =
      error instanceof Refusal
        ? error.message
        : error instanceof Error
          ? (error.stack ?? error.message)
          : String(error);
    process.stderr.write(`✗ ${text}\n`);
    process.exitCode = 1;
  }
}
