import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './fixtures/launch-desk.ts';

test('a first start shows the first page, without a complaint of the browser and with nothing serious for axe', async ({
  launchDesk,
}) => {
  const complaints: string[] = [];
  const desk = await launchDesk();
  desk.page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  desk.page.on('pageerror', (error) => complaints.push(error.message));
  await desk.page.reload();
  await desk.page.waitForSelector('html[data-ready="true"]');
  await expect(desk.page.getByRole('heading').first()).toBeVisible();
  expect(complaints).toEqual([]);
  const { violations } = await new AxeBuilder({ page: desk.page }).analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
});

test('closing keeps what is there and ends well; the next start finds the same folder', async ({ launchDesk }) => {
  const desk = await launchDesk();
  const before = await desk.page.title();
  await desk.restart();
  expect(await desk.page.title()).toBe(before);
  await desk.kill();
  await desk.restart();
  await desk.stop();
});
