import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { composeServices, type ComposeOptions, type Services } from '#main/compose-services.ts';
import { dataPlaces } from '#main/data-places.ts';
import { fileLog } from '#main/files/file-log.ts';
import { systemClock } from '#main/files/system-clock.ts';
import { environmentProxies } from '#main/portal/environment-proxies.ts';
import type { EventSink } from '#main/services/ports/event-sink.ts';
import type { Secrets } from '#main/services/ports/secrets.ts';
import { AppError } from '#shared/errors.ts';

const projectRoot = resolve(import.meta.dirname, '../..');

/**
 * The services on a data folder, from source. One process at a time: refuses `data-folder-in-use`.
 * @param scripts of worker threads that are not to run from source
 */
export async function openDesk(
  dataFolder: string,
  events: EventSink = silentEvents,
  scripts: Partial<ComposeOptions['scripts']> = {},
): Promise<Services> {
  return composeServices({
    dataFolder: resolve(dataFolder),
    resourcesFolder: resourcePath(),
    scripts: {
      database: new URL('../main/db/worker.ts', import.meta.url),
      backups: new URL('../main/db/backup-worker.ts', import.meta.url),
      heic: new URL('../main/files/heic-worker.ts', import.meta.url),
      reader: new URL('../main/publishing/reader/reader-worker.ts', import.meta.url),
      ...scripts,
    },
    secrets: memorySecrets(),
    proxies: environmentProxies(process.env),
    events,
    log: fileLog(dataPlaces(resolve(dataFolder)).log, systemClock),
    version: (JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as { version: string }).version,
    host: 'browser',
  });
}

/** A file that comes with the program. */
export function resourcePath(...parts: readonly string[]): string {
  return join(projectRoot, 'resources', ...parts);
}

/** Opens, works as the named person (the last one when no name is given), and closes again, whatever happens. */
export async function atDesk<Value>(
  options: { readonly data: string; readonly as?: string | undefined },
  work: (services: Services) => Promise<Value>,
): Promise<Value> {
  const services = await openDesk(options.data);
  try {
    if (options.as !== undefined) await sitDown(services, options.as);
    return await work(services);
  } finally {
    await services.close();
  }
}

/** Goes on as the person of this name. Refuses `no-person`. */
export async function sitDown({ app }: Pick<Services, 'app'>, name: string): Promise<void> {
  const { persons } = await app.state();
  const person = persons.find((entry) => entry.name === name);
  if (!person) throw new AppError('no-person', { name });
  await app.switchPerson(person.id);
}

const silentEvents: EventSink = { emit: () => undefined };

/** The command line keeps no secrets: a token is given to each call that needs one. */
function memorySecrets(): Secrets {
  const kept = new Map<string, string>();
  return {
    read: async (name) => kept.get(name) ?? null,
    async write(name, value) {
      if (value === null) kept.delete(name);
      else kept.set(name, value);
    },
  };
}
