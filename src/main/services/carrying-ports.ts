import type { Desk } from './desk.ts';
import type { Clock } from './ports/clock.ts';
import type { EventSink } from './ports/event-sink.ts';
import type { Ids } from './ports/ids.ts';
import type { InletFiles } from './ports/inlet-files.ts';
import type { KeyStore } from './ports/key-store.ts';
import type { PackageReader } from './ports/package-reader.ts';
import type { PackageWriter } from './ports/package-writer.ts';
import type { Store } from './ports/store.ts';
import type { WrittenFiles } from './written-files.ts';

/** What it takes to carry drafts between data folders as signed files, whatever kind of file it is. */
export interface CarryingPorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly events: EventSink;
  readonly desk: Desk;
  readonly keys: KeyStore;
  readonly inlet: InletFiles;
  readonly reader: PackageReader;
  readonly writer: PackageWriter;
  readonly written: WrittenFiles;
  /** Where files of this kind are written to. */
  readonly folder: string;
  /** Name and version of this program. */
  readonly agent: string;
}
