import type { Page } from '@playwright/test';
import type { RendererApi } from '#shared/ipc/contract.ts';
import { expectSaved } from './fixtures/desk-acts.ts';
import { expect, test } from './fixtures/launch-desk.ts';

async function begin(page: Page, { samples }: { samples: boolean }): Promise<void> {
  await page.getByLabel('姓名').fill('陈思');
  await page.getByRole('checkbox', { name: '打开示例稿件' }).setChecked(samples);
  await page.getByRole('button', { name: '开始使用' }).click();
  await page.getByText('选一篇稿件继续写').first().waitFor();
}

const headline = (page: Page) => page.getByRole('main').getByRole('textbox', { name: '标题' });
const body = (page: Page) => page.locator('.gq-text');
const line = (page: Page, name: RegExp) => page.getByRole('list', { name: '稿件列表' }).getByRole('button', { name });

test('a new draft begins in its headline, Enter goes on into the body, and everything is there after a restart', async ({
  launchDesk,
}) => {
  const desk = await launchDesk();
  await begin(desk.page, { samples: false });
  await desk.page.keyboard.press('Control+n');
  await expect(headline(desk.page)).toBeFocused();
  await desk.page.keyboard.type('我市新增三个绿色社区');
  await desk.page.keyboard.press('Enter');
  await desk.page.keyboard.type('昨日，市住建局公布名单。');
  await expectSaved(desk.page);
  await expect(line(desk.page, /绿色社区/)).toBeVisible();

  await desk.restart();
  await line(desk.page, /绿色社区/).click();
  await expect(headline(desk.page)).toHaveText('我市新增三个绿色社区');
  await expect(body(desk.page)).toHaveText('昨日，市住建局公布名单。');
});

test('where the window is too narrow for the list its first drafts stand in the middle, and one press goes on with one', async ({
  launchDesk,
}) => {
  const { page } = await launchDesk();
  await begin(page, { samples: true });
  const first = page.getByRole('main').getByRole('list', { name: '我的在写' });
  await expect(first).toHaveCount(0);
  await page.setViewportSize({ width: 1024, height: 700 });
  await expect(first.getByRole('listitem')).toHaveCount(3);
  await page.getByRole('button', { name: '展开稿件列表' }).click();
  await expect(first).toHaveCount(0);
  await page.getByRole('button', { name: '收起稿件列表' }).click();
  await first.getByRole('button', { name: /电梯安全检查.*【待核】1/s }).click();
  await expect(headline(page)).toHaveText('关于开展老旧小区电梯安全检查的通知');
  await expect(body(page)).toBeFocused();
  await expect(first).toHaveCount(0);
});

test('after a restart the caret is where it was left; F6 goes round the window; Enter or a double click in the list writes on', async ({
  launchDesk,
}) => {
  const desk = await launchDesk();
  await begin(desk.page, { samples: true });
  await desk.page.keyboard.press('Control+n');
  await expect(headline(desk.page)).toBeFocused();
  await desk.page.keyboard.type('绿色社区');
  await desk.page.keyboard.press('Enter');
  await desk.page.keyboard.type('昨日，公布名单。');
  await expectSaved(desk.page);

  await desk.restart();
  const { page } = desk;
  await expect(body(page)).toBeFocused();
  await page.keyboard.type('共三个。');
  await expect(body(page)).toHaveText('昨日，公布名单。共三个。');

  await page.keyboard.press('F6');
  await expect(page.getByRole('tab', { name: '信息' })).toBeFocused();
  await page.keyboard.press('F6');
  await expect(line(page, /绿色社区/)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(line(page, /绿色社区/)).not.toBeFocused();
  await page.keyboard.press('Enter');
  await expect(headline(page)).not.toHaveText('绿色社区');
  await expect(body(page)).toBeFocused();
  await page.keyboard.press('Shift+F6');
  await page.keyboard.press('ArrowUp');
  await expect(line(page, /绿色社区/)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(body(page)).toContainText('共三个。');
  await page.keyboard.type('下月再评。');
  await expect(body(page)).toHaveText('昨日，公布名单。共三个。下月再评。');

  await line(page, /电梯安全检查/).click();
  await expect(headline(page)).toHaveText(/电梯安全检查/);
  await expect(line(page, /电梯安全检查/)).toBeFocused();
  await line(page, /绿色社区/).dblclick();
  await expect(body(page)).toBeFocused();
  await page.keyboard.type('敬请关注。');
  await expect(body(page)).toHaveText('昨日，公布名单。共三个。下月再评。敬请关注。');
});

test('switching drafts quickly loses no word', async ({ launchDesk }) => {
  const { page } = await launchDesk();
  await begin(page, { samples: true });
  for (const [name, words] of [
    [/电梯安全检查/, '甲'],
    [/政策解读/, '乙'],
    [/电梯安全检查/, '丙'],
    [/疫情就是命令/, '丁'],
  ] as const) {
    await line(page, name).click();
    await expect(headline(page)).toHaveText(name);
    await headline(page).press('End');
    await page.keyboard.type(words);
  }
  await line(page, /电梯安全检查/).click();
  await expect(headline(page)).toHaveText(/甲丙$/);
  await line(page, /政策解读/).click();
  await expect(headline(page)).toHaveText(/乙$/);
});

test('a version kept by Ctrl+S can be seen and brought back', async ({ launchDesk }) => {
  const { page } = await launchDesk();
  await begin(page, { samples: false });
  await page.keyboard.press('Control+n');
  await expect(headline(page)).toBeFocused();
  await page.keyboard.type('第一稿');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('已留下第 2 版。')).toBeVisible();
  await headline(page).fill('改坏了');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('已留下第 3 版。')).toBeVisible();

  await page.getByRole('tab', { name: '版本' }).click();
  await page
    .getByRole('region', { name: '版本' })
    .getByRole('button', { name: /第 2 版/ })
    .click();
  await expect(page.getByRole('dialog').getByRole('heading', { name: '第一稿' })).toBeVisible();
  await page.getByRole('button', { name: '恢复这一版' }).click();
  await expect(headline(page)).toHaveText('第一稿');
  await expect(page.getByRole('region', { name: '版本' }).getByRole('button')).toHaveCount(4);
});

test('a draft in the trash can be brought back from the message and from the trash', async ({ launchDesk }) => {
  const { page } = await launchDesk();
  await begin(page, { samples: true });
  await line(page, /政策解读/).click({ button: 'right' });
  await page.getByRole('menuitem', { name: '移到回收站' }).click();
  await expect(line(page, /政策解读/)).toHaveCount(0);
  await page.getByRole('button', { name: '撤销', exact: true }).last().click();
  await expect(line(page, /政策解读/)).toBeVisible();

  await line(page, /电梯安全检查/).click({ button: 'right' });
  await page.getByRole('menuitem', { name: '移到回收站' }).click();
  await page.getByRole('button', { name: /^回收站/ }).click();
  await line(page, /电梯安全检查/).click({ button: 'right' });
  await page.getByRole('menuitem', { name: '从回收站恢复' }).click();
  await expect(page.getByText('回收站是空的')).toBeVisible();
});

test('in the list Ctrl+Z brings back what was moved to the trash there, the last first, and changes no field', async ({
  launchDesk,
}) => {
  const { page } = await launchDesk();
  await begin(page, { samples: true });
  await line(page, /政策解读/).click();
  const abstract = page.getByRole('region', { name: '信息' }).getByLabel('摘要');
  await abstract.fill('电梯');
  const lines = page.getByRole('list', { name: '稿件列表' }).getByRole('listitem');
  const count = await lines.count();
  await line(page, /政策解读/).focus();
  await page.keyboard.press('Delete');
  await expect(line(page, /政策解读/)).toHaveCount(0);
  await page.keyboard.press('Delete');
  await expect(lines).toHaveCount(count - 2);
  await page.keyboard.press('Delete');
  await expect(page.getByText('没有在写的稿件')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(lines).toHaveCount(count - 2);

  await page.keyboard.press('Control+z');
  await expect(lines).toHaveCount(count - 1);
  await expect(line(page, /政策解读/)).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(line(page, /政策解读/)).toBeVisible();
  await page.keyboard.press('Control+z');
  await line(page, /政策解读/).click();
  await expect(abstract).toHaveValue('电梯');
  await expect(lines).toHaveCount(count);
});

test('the trash says who moved what there; a draft is purged only after the question that names it', async ({
  launchDesk,
}) => {
  const { page } = await launchDesk();
  await begin(page, { samples: true });
  const drafts = page.getByRole('list', { name: '稿件列表' }).getByRole('button');
  await drafts.first().focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await page.getByRole('button', { name: /^回收站/ }).click();
  await expect(line(page, /电梯安全检查/)).toContainText(/陈思 刚刚移入.*1 个版本/);

  const question = page.getByRole('alertdialog');
  await line(page, /政策解读/).click({ button: 'right' });
  await page.getByRole('menuitem', { name: '永久删除…' }).click();
  await expect(question).toContainText(/永久删除“.*政策解读.*”？/);
  await question.getByRole('button', { name: '取消' }).click();
  await expect(drafts).toHaveCount(3);

  await line(page, /政策解读/).click();
  await expect(page.getByText('这篇稿件在回收站里，恢复后才能修改。')).toBeVisible();
  await line(page, /政策解读/).press('Delete');
  await question.getByRole('button', { name: '永久删除' }).click();
  await expect(drafts).toHaveCount(2);
  await expect(page.getByText('选一篇稿件继续写').first()).toBeVisible();

  await drafts.first().focus();
  await page.keyboard.press('Control+a');
  await page.getByRole('toolbar', { name: '对选中的稿件' }).getByRole('button', { name: '永久删除…' }).click();
  await expect(question.getByRole('listitem')).toHaveCount(2);
  await question.getByRole('button', { name: '永久删除' }).click();
  await expect(page.getByText('回收站是空的')).toBeVisible();
});

test('a draft whose event was told before says so at its foot: compared, opened, not said again', async ({
  launchDesk,
}) => {
  const { page } = await launchDesk();
  await begin(page, { samples: true });
  const similar = page.getByRole('list', { name: '可能写过同一件事' });
  await page.keyboard.press('Control+n');
  await expect(headline(page)).toBeFocused();
  await page.keyboard.type('市住建局连夜支援全市核酸检测采样点');
  await page.keyboard.press('Enter');
  await page.keyboard.type('疫情就是命令，防控就是责任。市住建局迅速组织干部职工应战全市核酸检测工作。');
  await expect(similar.getByRole('listitem')).toHaveCount(1);
  await expect(similar).toContainText(/市住建局迅速应战全市核酸检测工作.*稿件/);

  await similar.getByRole('button', { name: /^与.*对比$/ }).click();
  const compare = page.getByRole('dialog');
  await expect(compare.getByRole('combobox', { name: '旧版' })).toContainText('另一篇：疫情就是命令');
  await expect(compare.getByRole('region', { name: '对比版本' })).toContainText('连夜支援');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: '这篇不再提示' }).click();
  await expect(similar).toHaveCount(0);
  const settings = await page.evaluate(async () => {
    const { gaoqian } = window as unknown as { gaoqian: RendererApi };
    const answer = await gaoqian.invoke('app:get-state', {});
    return answer.ok ? answer.value.settings.ignoredHints : [];
  });
  expect(settings).toEqual([expect.stringMatching(/^similar /)]);
});

test('search finds two characters in the words of a draft, from the keyboard', async ({ launchDesk }) => {
  const { page } = await launchDesk();
  await begin(page, { samples: true });
  await page.keyboard.press('Control+Shift+f');
  await page.keyboard.type('核酸');
  await expect(page.getByText('“核酸”的结果')).toBeVisible();
  await expect(page.getByRole('list', { name: '稿件列表' }).getByRole('button')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('list', { name: '稿件列表' }).getByRole('button')).toHaveCount(3);
});

test('a comment stays on its words when it is saved', async ({ launchDesk }) => {
  const { page } = await launchDesk();
  await begin(page, { samples: true });
  await line(page, /疫情就是命令/).click();
  await body(page).getByText('刘文局长强调').dblclick();
  await page.getByRole('tab', { name: /批注/ }).click();
  await page.getByRole('button', { name: '添加批注' }).click();
  await page.getByLabel('批注内容').fill('请核对职务。');
  await page.getByRole('button', { name: '添加', exact: true }).click();
  await expect(page.getByRole('paragraph').filter({ hasText: '请核对职务。' })).toBeVisible();
  await expectSaved(page);
  await expect(body(page).locator('mark')).toHaveCount(1);
  await page.getByRole('button', { name: '已处理' }).click();
  await expect(page.getByText('还没有批注')).toHaveCount(0);
  await expect(page.getByRole('button', { name: '显示已处理的 1 条' })).toBeVisible();
});

test('a draft is opened where it was left, place and caret, also after a restart, and its top is never seen', async ({
  launchDesk,
}) => {
  const desk = await launchDesk({ viewport: { width: 1280, height: 720 } });
  await begin(desk.page, { samples: true });
  const long = /疫情就是命令/;
  const other = /电梯安全检查/;

  await test.step('it is left in its middle, with the caret in the third caption', async () => {
    const { page } = desk;
    await line(page, long).click();
    await thirdFigure(page).locator('figcaption').click();
    await page.keyboard.press('End');
    await page.keyboard.type('（补）');
    await page.mouse.move(640, 400);
    await page.mouse.wheel(0, 90);
    await expectSaved(page);
  });
  const left = await restingPlace(desk.page);
  expect(left).toBeGreaterThan(0);

  await test.step('a click in the list shows the same place at once; Enter writes on there', async () => {
    const { page } = desk;
    await line(page, other).click();
    await expect(headline(page)).toHaveText(other);
    const seen = await placesOfFrames(page, long, async () => line(page, long).click());
    expect(seen.map((place) => Math.round(place - left))).toEqual(seen.map(() => 0));
    await page.keyboard.press('Enter');
    await expect(body(page)).toBeFocused();
    await page.keyboard.type('一');
    await expect(thirdFigure(page).locator('figcaption')).toHaveText(/（补）一$/);
    expect(Math.abs((await restingPlace(page)) - left)).toBeLessThan(2);
    await expectSaved(page);
  });

  await test.step('so it is after a restart, for drafts that are opened later too', async () => {
    await desk.restart();
    const { page } = desk;
    await expect(body(page)).toBeFocused();
    expect(Math.abs((await restingPlace(page)) - left)).toBeLessThan(2);
    await page.keyboard.type('二');
    await expect(thirdFigure(page).locator('figcaption')).toHaveText(/（补）一二$/);
    await line(page, other).click();
    await expect(headline(page)).toHaveText(other);
    await expectSaved(page);
    await desk.restart();
    await expect(headline(desk.page)).toHaveText(other);
    await line(desk.page, long).dblclick();
    await expect(headline(desk.page)).toHaveText(long);
    expect(Math.abs((await restingPlace(desk.page)) - left)).toBeLessThan(2);
    await desk.page.keyboard.type('三');
    await expect(thirdFigure(desk.page).locator('figcaption')).toHaveText(/（补）一二三$/);
  });

  await test.step('a version that is brought back leaves the place', async () => {
    const { page } = desk;
    await page.getByRole('tab', { name: '版本' }).click();
    const versions = page.getByRole('region', { name: '版本' });
    await versions.getByRole('button', { name: /第 1 版/ }).click();
    await page.getByRole('button', { name: '恢复这一版' }).click();
    await expect(thirdFigure(page).locator('figcaption')).not.toHaveText(/（补）/);
    expect(Math.abs((await restingPlace(page)) - left)).toBeLessThan(40);
  });
});

const thirdFigure = (page: Page) => body(page).locator('figure').nth(2);

/** How far below the window's upper edge the third caption stands, once the sheet rests. */
async function restingPlace(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((told) => {
        let before = Number.NaN;
        const look = (): void => {
          const top = document.querySelectorAll('.gq-text figcaption')[2]?.getBoundingClientRect().top ?? 0;
          if (top === before) told(top);
          else requestAnimationFrame(look);
          before = top;
        };
        look();
      }),
  );
}

/** Where it stood in each of the first frames after a draft was opened: a frame sees what the one before has drawn. */
async function placesOfFrames(page: Page, draft: RegExp, open: () => Promise<void>): Promise<readonly number[]> {
  const seen = page.evaluate(
    (source) =>
      new Promise<number[]>((told) => {
        const tops: number[] = [];
        const look = (): void => {
          const shown = new RegExp(source).test(document.querySelector('.headline')?.textContent ?? '');
          const caption = document.querySelectorAll('.gq-text figcaption')[2];
          if (shown) tops.push(caption?.getBoundingClientRect().top ?? 0);
          if (tops.length < 10) requestAnimationFrame(look);
          else told(tops);
        };
        requestAnimationFrame(look);
      }),
    draft.source,
  );
  await open();
  return seen;
}
