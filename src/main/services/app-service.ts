import { AppError } from '#shared/errors.ts';
import type { AppState } from '#shared/ipc/channels/app.ts';
import { bureauProfileSchema, type BureauProfile } from '#shared/model/bureau-profile.ts';
import type { StoreFinding } from '#shared/model/health.ts';
import { signatoryOf, type Person } from '#shared/model/person.ts';
import type { TargetView } from '#shared/model/upload-target.ts';
import { defaultSettings, settingsSchema, type Settings } from '#shared/model/settings.ts';
import type { AuditEvent } from '#shared/texts/audit-events.ts';
import type { Desk } from './desk.ts';
import type { Clock } from './ports/clock.ts';
import type { Ids } from './ports/ids.ts';
import type { InletFiles } from './ports/inlet-files.ts';
import type { SettingsStore } from './ports/settings-store.ts';
import { readJson } from './read-json.ts';

export interface AppService extends Desk {
  state(): Promise<AppState>;
  settings(): Promise<Settings>;
  /** Refuses `not-allowed` when there is somebody already, `role-unknown`. */
  completeFirstStart(person: NewPerson & { readonly samples: boolean }): Promise<AppState>;
  /** Remembers which draft is on the present person's sheet, so that the next start shows it again. */
  noteSheet(draftId: string): Promise<void>;
  updateSettings(change: SettingsChange): Promise<AppState>;
  addPerson(person: NewPerson): Promise<AppState>;
  /** Refuses `no-person` for an id that nobody has. */
  switchPerson(personId: string): Promise<AppState>;
  /** Refuses `profile-invalid`. */
  useProfile(fileId: string): Promise<AppState>;
}

type SettingsChange = { readonly [K in keyof Settings]?: Settings[K] | undefined };

interface NewPerson {
  readonly name: string;
  readonly role: string;
}

export interface AppServicePorts {
  readonly store: SettingsStore;
  /** When the newest backup was written; null when there is none. */
  readonly newestBackup: () => Promise<string | null>;
  /** What the last look at the whole store found wrong; null when all was well. */
  readonly lastFinding: () => Promise<StoreFinding | null>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly targets: () => Promise<readonly TargetView[]>;
  readonly inlet: InletFiles;
  readonly version: string;
  readonly host: AppState['host'];
  /** Used until the person chooses another. */
  readonly defaultProfile: BureauProfile;
  /** Reads a profile file; refuses `profile-invalid`. */
  readonly readProfileFile: (path: string) => Promise<BureauProfile>;
  /** Makes the sample drafts, as the present person. */
  readonly addSamples: () => Promise<void>;
  /** Told after each change, so that window and menu follow. */
  readonly settingsChanged?: (settings: Settings) => void;
  /** What a run that did not end well left in the journal. */
  readonly recovered?: AppState['recovered'];
  /** The store refuses every change. */
  readonly readOnly?: boolean;
  /** What opening the store had to mend. */
  readonly damage?: AppState['damage'];
  /** Where the data lies when that is no place for a database; undefined when it is, and until it is known. */
  readonly unsafePlace?: () => AppState['place'];
}

/** Settings of the store, by key. */
const keys = { settings: 'settings', person: 'person', profile: 'profile' } as const;

/** Under which key a person's last draft is kept. */
function lastDraftKey(personId: string): string {
  return `last-draft:${personId}`;
}

/** Who works here, for which bureau, and with which settings. */
export function appService(ports: AppServicePorts): AppService {
  const { store, clock, ids, inlet } = ports;
  let knownPerson: Person | null = null;
  let knownProfile: BureauProfile | null = null;

  async function profile(): Promise<BureauProfile> {
    knownProfile ??= await storedProfile();
    return knownProfile;
  }

  async function storedProfile(): Promise<BureauProfile> {
    const stored = await store.readSetting({ key: keys.profile });
    const parsed = bureauProfileSchema.safeParse(readJson(stored));
    return parsed.success ? parsed.data : ports.defaultProfile;
  }

  async function chosenSettings(): Promise<Partial<Settings>> {
    const stored = await store.readSetting({ key: keys.settings });
    // What an older or newer version kept beside them is nobody's business here.
    const parsed = settingsSchema.partial().strip().safeParse(readJson(stored));
    return parsed.success ? withoutUndefined(parsed.data) : {};
  }

  /** What was chosen here, then what comes with the app. */
  async function settings(): Promise<Settings> {
    return { ...defaultSettings, ...(await chosenSettings()) };
  }

  async function currentPerson(): Promise<Person | null> {
    if (knownPerson) return knownPerson;
    const [persons, id] = await Promise.all([store.listPersons(), store.readSetting({ key: keys.person })]);
    knownPerson = persons.find((person) => person.id === id) ?? null;
    return knownPerson;
  }

  async function insertPerson({ name, role }: NewPerson): Promise<Person> {
    const { roles } = await profile();
    if (!roles.some((entry) => entry.id === role)) throw new AppError('role-unknown', { role });
    const person: Person = { id: ids.next(), name, role, createdAt: clock.now() };
    await store.insertPerson({ person });
    await audit('person.added', { added: person.id, role });
    return person;
  }

  async function setCurrent(person: Person): Promise<void> {
    await store.writeSetting({ key: keys.person, value: person.id });
    knownPerson = person;
  }

  async function writeSettings(change: SettingsChange): Promise<void> {
    const chosen = { ...(await chosenSettings()), ...withoutUndefined(change) };
    await store.writeSetting({ key: keys.settings, value: JSON.stringify(chosen) });
    ports.settingsChanged?.(await settings());
  }

  async function audit(event: AuditEvent, facts: Record<string, string | number>): Promise<void> {
    await store.appendAudit({ at: clock.now(), personId: knownPerson?.id ?? null, event, facts });
  }

  function place(): Pick<AppState, 'place'> {
    const unsafe = ports.unsafePlace?.();
    return unsafe === undefined ? {} : { place: unsafe };
  }

  async function state(): Promise<AppState> {
    const [presentProfile, presentSettings, persons, person, targets, backup, finding] = await Promise.all([
      profile(),
      settings(),
      store.listPersons(),
      currentPerson(),
      ports.targets(),
      ports.newestBackup(),
      ports.lastFinding(),
    ]);
    return {
      version: ports.version,
      host: ports.host,
      profile: presentProfile,
      settings: presentSettings,
      persons: [...persons],
      person,
      targets: [...targets],
      lastDraftId: person && (await store.readSetting({ key: lastDraftKey(person.id) })),
      lastBackupAt: backup,
      ...(finding ? { finding } : {}),
      ...(ports.recovered ? { recovered: ports.recovered } : {}),
      ...(ports.readOnly ? { readOnly: true } : {}),
      ...(ports.damage ? { damage: ports.damage } : {}),
      ...place(),
    };
  }

  return {
    state,
    settings,
    profile,

    async person() {
      const person = await currentPerson();
      if (!person) throw new AppError('no-person');
      return signatoryOf(person);
    },

    async completeFirstStart({ name, role, samples }) {
      if (await currentPerson()) throw new AppError('not-allowed');
      await setCurrent(await insertPerson({ name, role }));
      if (samples) await ports.addSamples();
      return state();
    },

    async noteSheet(draftId) {
      if (ports.readOnly) return;
      const person = await currentPerson();
      if (person) await store.writeSetting({ key: lastDraftKey(person.id), value: draftId });
    },

    async updateSettings(change) {
      await writeSettings(change);
      return state();
    },

    async addPerson(person) {
      await insertPerson(person);
      return state();
    },

    async switchPerson(personId) {
      const person = (await store.listPersons()).find((entry) => entry.id === personId);
      if (!person) throw new AppError('no-person');
      await setCurrent(person);
      await audit('person.switched', { role: person.role });
      return state();
    },

    async useProfile(fileId) {
      const file = await inlet.take(fileId);
      const read = await ports.readProfileFile(file.path);
      await store.writeSetting({ key: keys.profile, value: JSON.stringify(read) });
      knownProfile = read;
      await inlet.discard(fileId);
      await audit('profile.used', { code: read.bureau.code });
      return state();
    },
  };
}

type Defined<Value> = { readonly [Key in keyof Value]?: Exclude<Value[Key], undefined> };

function withoutUndefined<Value extends object>(value: Value): Defined<Value> {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as Defined<Value>;
}
