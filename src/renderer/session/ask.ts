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
  /** Another way to go on, beside `yes`. */
  readonly other?: string;
  readonly no: string;
}

export type Answer = 'yes' | 'other' | 'no';

interface Asked {
  readonly question: Question | null;
  readonly answer: (answer: Answer) => void;
}

export const useQuestion = create<Asked>(() => ({ question: null, answer: () => undefined }));

/** Asks, one question at a time, and answers whether the person said yes. */
export async function ask(question: Omit<Question, 'other'>): Promise<boolean> {
  return (await choose(question)) === 'yes';
}

/** The same for a question with two ways to go on. */
export function choose(question: Question): Promise<Answer> {
  const before = waiting;
  const asked = before.then(
    () =>
      new Promise<Answer>((resolve) => {
        useQuestion.setState({
          question,
          answer: (answer) => {
            useQuestion.setState({ question: null });
            resolve(answer);
          },
        });
      }),
  );
  waiting = asked;
  return asked;
}

let waiting: Promise<unknown> = Promise.resolve();
