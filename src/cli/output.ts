import { toCodedError } from '#shared/errors.ts';
import { errorSentence } from '#shared/texts/error-sentences.ts';

/** How the program ends: done, refused with a coded message, or called wrongly. */
export const exitCodes = { done: 0, refused: 1, usage: 2 } as const;

/** What a command tells: a sentence for people, data for scripts. With `--json` exactly one JSON object goes to stdout. */
export interface Output {
  /** Progress for people; says nothing with `--json`. */
  say(sentence: string): void;
  /** The command's result; `sentence` for people, `value` for scripts. */
  result(sentence: string, value: unknown): void;
}

export function makeOutput(json: boolean): Output {
  return {
    say: (sentence) => {
      if (!json) console.log(sentence);
    },
    result: (sentence, value) => {
      console.log(json ? JSON.stringify({ ok: true, value }) : sentence);
    },
  };
}

/** Tells a refusal: its sentence and code to stderr, or one JSON object to stdout. Answers the exit code. */
export function refuse(thrown: unknown, json: boolean): number {
  const error = toCodedError(thrown);
  if (json) {
    console.log(JSON.stringify({ ok: false, error }));
  } else {
    const facts = Object.entries(error.params).map(([name, value]) => `${name}=${value}`);
    console.error(`${errorSentence(error)}（${[error.code, ...facts].join(' ')}）`);
    if (error.code === 'internal') console.error(thrown);
  }
  return exitCodes.refused;
}
