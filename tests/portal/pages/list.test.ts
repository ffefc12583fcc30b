import { expect, test } from 'vitest';
import { runningPortal } from '#tests/helpers/running-portal.ts';

test('a list is shown whatever number of a page is asked for', async () => {
  const portal = await runningPortal();
  for (const page of ['0', '-1', '2', '1.5', 'x', '', '1e300', 'Infinity', '9007199254740993', '1&page=2']) {
    const answer = await fetch(`${portal.url}/?page=${page}`);
    expect([page, answer.status]).toEqual([page, 200]);
  }
});
