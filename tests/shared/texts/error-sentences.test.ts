import { expect, test } from 'vitest';
import { errorCodes } from '#shared/errors.ts';
import { errorSentence } from '#shared/texts/error-sentences.ts';

test('every refusal has a sentence in Chinese that ends like one', () => {
  for (const code of errorCodes) {
    const sentence = errorSentence({ code, params: {} });
    expect(sentence, code).toMatch(/^[\p{Script=Han}].*[。]$/u);
    expect(sentence, code).not.toContain('{{');
  }
});
