/*
 * Runs one of the project's programs on its own Node, from a bare clone too: `npm run gaoqian`, `npm run portal`, `npm run bench`.
 *
 *   node tools/run.mjs <script> [arguments]
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

import('./setup/prepare-run.mjs').catch((error) => {
  console.error(error);
  process.exit(1);
});
