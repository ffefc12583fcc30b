import { writeFileSync, writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { openDesk } from '#cli/open-desk.ts';
import type { Job } from '#shared/model/job.ts';
import { exporter } from '#tests/builders/signatory.ts';

/**
 * A workstation that builds the package of its signed draft, or goes on with what an earlier run was killed in:
 * `node packing.ts <data folder> <draft>`. Says `built <name> <sha256>` of each package that it then has.
 */
const [folder = '', draftId = ''] = process.argv.slice(2);
const begun = new Set<string>();
const services = await openDesk(folder, {
  emit(event, payload) {
    if (event === 'job:changed') begun.add((payload as Job).id);
  },
});
await services.app.switchPerson(exporter.id);
const settle = async (): Promise<void> => {
  for (const id of begun) await services.jobs.settled(id);
};
await settle();
// A process that is killed would never write it, and each of the next would start from cold.
flushCompileCache();
writeFileSync(join(folder, 'armed'), '');
if ((await services.packages.list(draftId)).length === 0) {
  begun.add((await services.packages.build(draftId)).id);
  await settle();
}
for (const { name, zipSha256 } of await services.packages.list(draftId)) writeSync(1, `built ${name} ${zipSha256}\n`);
await services.close();
