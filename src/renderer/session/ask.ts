import { create } from 'zustand';

/** A question that an act of the person raised; shown as a dialog. */
export interface Question {
  readonly title: string;
  readonly body: string;
  /** What is meant, one a line. */
  readonly list?: readonly string[];
  /** Shown as code: a fingerprint to compare. */
  readonly code?: { readonly label: string; readonly value: string };
  readonly yes: string;
  readonly no: string;
}

interface Asked {
  readonly question: Question | null;
  readonly answer: (yes: boolean) => void;
}

export const useQuestion = create<Asked>(() => ({ question: null, answer: () => undefined }));

/** Asks, one question at a time, and answers whether the person said yes. */
export function ask(question: Question): Promise<boolean> {
  const before = waiting;
  const asked = before.then(
    () =>
      new Promise<boolean>((resolve) => {
        useQuestion.setState({
          question,
          answer: (yes) => {
            useQuestion.setState({ question: null });
            resolve(yes);
          },
        });
      }),
  );
  waiting = asked;
  return asked;
}

let waiting: Promise<unknown> = Promise.resolve();
