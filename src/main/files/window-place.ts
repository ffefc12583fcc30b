import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

const windowPlaceSchema = z.strictObject({
  x: z.int(),
  y: z.int(),
  width: z.int().min(1),
  height: z.int().min(1),
  maximized: z.boolean(),
});
type WindowPlace = z.infer<typeof windowPlaceSchema>;

/**
 * Where the window stood, in a small file of its own: it is read before the database is open. Losing it costs nothing,
 * so a file that cannot be read or written is no error.
 */
export function windowPlaceFile(path: string): {
  readonly read: () => WindowPlace | undefined;
  readonly write: (place: WindowPlace) => void;
} {
  return {
    read() {
      try {
        return windowPlaceSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
      } catch {
        return undefined;
      }
    },
    write(place) {
      try {
        const { x, y, width, height, maximized } = place;
        writeFileSync(path, JSON.stringify({ x, y, width, height, maximized }));
      } catch {
        // As above.
      }
    },
  };
}
