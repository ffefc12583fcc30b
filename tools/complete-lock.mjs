import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lackingOptionalPackages, platformOf } from './setup/lock-file.mjs';
import { projectRoot } from './setup/programs.mjs';

/*
 * node tools/complete-lock.mjs: run after changing dependencies behind a package mirror that holds this system's packages alone.
 * npm then leaves the other systems' binaries out of package-lock.json, and `npm ci` refuses the file everywhere else.
 * This names them in it, with the version that their package asks for and the system that their name tells.
 */
const path = join(projectRoot, 'package-lock.json');
const lock = /** @type {import('./setup/lock-file.mjs').LockFile} */ (JSON.parse(readFileSync(path, 'utf8')));
for (const { name, version, dev } of lackingOptionalPackages(lock)) {
  lock.packages[`node_modules/${name}`] = { version, ...platformOf(name), ...(dev ? { dev } : {}), optional: true };
  console.log(`${name}@${version}`);
}
const sorted = Object.entries(lock.packages).toSorted(([a], [b]) => a.localeCompare(b, 'en'));
writeFileSync(path, `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`);
