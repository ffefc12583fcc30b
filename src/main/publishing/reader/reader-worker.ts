import { parentPort } from 'node:worker_threads';
import { toCodedError } from '#shared/errors.ts';
import { pageImporter } from '../import/page-importer.ts';
import { pasteConverter } from '../paste/convert-paste.ts';
import type { ReaderAnswers, ReaderMessage, ReaderQuestion } from './reader-protocol.ts';

/** Reads what others wrote, in a thread of its own; see `reader-thread.ts`. */
async function answer(question: ReaderQuestion): Promise<ReaderAnswers[keyof ReaderAnswers]> {
  switch (question.kind) {
    case 'page':
      return pageImporter.read(question.source, question.profile);
    case 'paste':
      return pasteConverter.convert(question, question.marks);
  }
}

function post(message: ReaderMessage): void {
  parentPort?.postMessage(message);
}

parentPort?.on('message', (question: ReaderQuestion) => {
  answer(question).then(
    (value) => post({ kind: 'answer', value }),
    (thrown: unknown) => {
      const { code, params } = toCodedError(thrown);
      post({ kind: 'refused', error: { code, params } });
    },
  );
});
