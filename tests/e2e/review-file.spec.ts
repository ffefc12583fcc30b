import type { Page } from '@playwright/test';
import { expect, test } from './fixtures/launch-desk.ts';
import { expectSaved, firstStart, openDraft, openTab, roles, sheetText } from './fixtures/desk-acts.ts';

test.setTimeout(180_000);

async function writeDraft(page: Page): Promise<void> {
  await firstStart(page, '拟稿员甲');
  await page.getByRole('main').getByRole('button', { name: '新建稿件' }).click();
  await page.getByRole('main').getByRole('textbox', { name: '标题' }).fill('市住建局开展安全检查');
  await sheetText(page).click();
  await page.keyboard.type('昨日上午，市住建局到工地检查。');
  const info = await openTab(page, '信息');
  await info.getByRole('button', { name: '送审', exact: true }).click();
  await expect(page.getByRole('list', { name: '稿签' })).toContainText('初审进行中');
}

/** Writes the review file of the draft on the sheet; answers where it lies. */
async function writeReviewFile(page: Page): Promise<string> {
  const info = await openTab(page, '信息');
  await info.getByRole('button', { name: '生成审稿包' }).click();
  const written = info.getByRole('status').filter({ hasText: '审稿包已写好' });
  await expect(written).toBeVisible();
  return await written.locator('code').innerText();
}

/** Opens a review file from a desk that this one does not know yet. */
async function openFromStranger(page: Page, file: string, name: string): Promise<void> {
  await page.locator('input[type=file][accept=".zip"]').first().setInputFiles(file);
  const question = page.getByRole('alertdialog').or(page.getByRole('dialog')).filter({ hasText: '密钥指纹' });
  await expect(question).toContainText(`第一次收到“市住建局 ${name}”的审稿包`);
  await question.getByRole('button', { name: '信任并打开' }).click();
}

test('a review file leaves with the draft, is reviewed on another desk, and comes back as a new version', async ({
  launchDesk,
}) => {
  const writer = await launchDesk();
  await writeDraft(writer.page);
  const leaving = await writeReviewFile(writer.page);

  const reviewer = await launchDesk();
  const { page } = reviewer;
  await firstStart(page, '审核员乙', { role: roles.first });
  await openFromStranger(page, leaving, '拟稿员甲');
  await expect(sheetText(page)).toContainText('昨日上午，市住建局到工地检查。');
  await sheetText(page).locator('p').first().click({ clickCount: 3 });
  const comments = await openTab(page, '批注');
  await comments.getByRole('button', { name: '添加批注' }).click();
  await comments.getByRole('textbox', { name: '批注内容' }).fill('请补上具体地点。');
  await comments.getByRole('button', { name: '添加', exact: true }).click();
  // At once, as people do: the words are marked by the press itself.
  await sheetText(page).click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('检查组提出三点要求。');
  await expectSaved(page);
  await expect(comments.getByRole('textbox')).toHaveCount(0);
  await expect(comments).toContainText('请补上具体地点。');
  await openTab(page, '信息');
  await page.getByRole('textbox', { name: /意见/ }).fill('已改，同意。');
  await page.getByRole('button', { name: '通过', exact: true }).click();
  await expect(page.getByRole('list', { name: '稿签' })).toContainText('初审已通过');
  const returning = await writeReviewFile(page);

  await openFromStranger(writer.page, returning, '审核员乙');
  await expect(writer.page.getByText('审稿包带来了新版本')).toBeVisible();
  await expect(sheetText(writer.page)).toContainText('检查组提出三点要求。');
  await expect(writer.page.getByRole('list', { name: '稿签' })).toContainText('初审已通过');
  await expect(await openTab(writer.page, '批注')).toContainText('请补上具体地点。');
});

test('when both sides changed the draft, both versions are kept and shown', async ({ launchDesk }) => {
  const writer = await launchDesk();
  await writeDraft(writer.page);
  const leaving = await writeReviewFile(writer.page);

  const reviewer = await launchDesk();
  await firstStart(reviewer.page, '审核员乙', { role: roles.first });
  await openFromStranger(reviewer.page, leaving, '拟稿员甲');
  for (const [page, words] of [
    [reviewer.page, '审核员加的一句。'],
    [writer.page, '拟稿员加的一句。'],
  ] as const) {
    await sheetText(page).click();
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.type(words);
    await expectSaved(page);
  }
  const returning = await writeReviewFile(reviewer.page);

  await openFromStranger(writer.page, returning, '审核员乙');
  await expect(writer.page.getByText('两边都改过这篇稿件').first()).toBeVisible();
  await expect(sheetText(writer.page)).toContainText('拟稿员加的一句。');
  await writer.page.getByRole('button', { name: '采用对方版本' }).click();
  await expect(sheetText(writer.page)).toContainText('审核员加的一句。');
  await expect(sheetText(writer.page)).not.toContainText('拟稿员加的一句。');
  await expect((await openTab(writer.page, '版本')).getByRole('listitem')).not.toHaveCount(1);
  await writer.restart();
  await openDraft(writer.page, '我的在写');
  await expect(sheetText(writer.page)).toContainText('审核员加的一句。');
});
