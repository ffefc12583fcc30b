/*
 * `npm test`: sets up what is missing, then types, lint, format, dead code, unit tests, build, end-to-end tests.
 * Its last line is `N passed, N failed`, the tests of both runners together and each failed check as one.
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

import('./setup/prepare-tests.mjs').catch((error) => {
  console.error(error);
  process.exit(1);
});
