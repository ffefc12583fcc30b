import { describe, expect, test } from 'vitest';
import { backupsToKeep } from '#main/db/backups/rotation.ts';

const hour = 3_600_000;
const last = Date.parse('2026-11-22T20:00:00.000Z');

/** Moments every so many hours back from a Sunday evening, the newest first. */
function every(hours: number, count: number): string[] {
  return Array.from({ length: count }, (_, index) => new Date(last - index * hours * hour).toISOString());
}

describe('the rotation of backups', () => {
  test('keeps all while there are few', () => {
    expect([...backupsToKeep(every(4, 12))].length).toBe(12);
    expect(backupsToKeep([]).size).toBe(0);
  });

  test('keeps the 12 newest, one a day for 14 days, one a week for 8 weeks', () => {
    const moments = every(4, 6 * 100);
    const kept = [...backupsToKeep(moments)].sort().reverse();
    expect(kept.slice(0, 12)).toEqual(moments.slice(0, 12));
    const days = new Set(kept.map((moment) => moment.slice(0, 10)));
    for (let day = 0; day < 14; day += 1) {
      expect(days).toContain(new Date(last - day * 24 * hour).toISOString().slice(0, 10));
    }
    // Weeks end on Sunday: the newest backup of each of the last eight.
    for (let week = 0; week < 8; week += 1) expect(kept).toContain(new Date(last - week * 7 * 24 * hour).toISOString());
    expect(kept).toHaveLength(12 + 12 + 6);
  });

  test('counts the days that have backups, so that a long absence throws nothing away', () => {
    const old = every(24, 14).map((moment) => moment.replace('2026', '2020'));
    const kept = backupsToKeep([new Date(last).toISOString(), ...old]);
    expect(kept.size).toBe(14);
  });

  test('never lets go of what was written last, wherever the clock stands', () => {
    const emptyBattery = '2000-01-01T00:00:00.000Z';
    expect(backupsToKeep([emptyBattery, ...every(5, 600)])).toContain(emptyBattery);
  });
});
