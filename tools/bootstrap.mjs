/*
 * `npm run build`, `npm run dev` and what `npm run check` needs, from a bare clone too.
 *
 *   node tools/bootstrap.mjs install  the packages and Node 24 alone
 *   node tools/bootstrap.mjs build    the build alone, always
 *   node tools/bootstrap.mjs dev      builds on every change and starts the app again
 */
// Nothing newer than a plain import may stand in this file: an old Node must get as far as the sentence below.
if (Number(process.versions.node.split('.')[0]) < 20) {
  console.error(
    '✗ Node ' +
      process.versions.node +
      ' 太旧：请安装 Node 20 或更新的版本（nodejs.org）后重试。（Node is too old: install Node 20 or newer and try again.）',
  );
  process.exit(1);
}

import('./setup/run-bootstrap.mjs').catch((error) => {
  console.error(error);
  process.exit(1);
});
