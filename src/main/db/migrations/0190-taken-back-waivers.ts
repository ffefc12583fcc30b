import type { Migration } from './migration.ts';

/** Reasons that somebody took back: a review or exchange file that was written before must not bring them again. */
export const migration0190: Migration = {
  version: 190,
  name: 'taken-back-waivers',
  up(database) {
    database.exec('CREATE TABLE taken_back_waivers (id TEXT PRIMARY KEY) STRICT;');
  },
};
