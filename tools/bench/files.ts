import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** The page and the photos that the bench works on. */
export interface BenchFiles {
  readonly page: string;
  readonly pictures: readonly string[];
}

/** Real photos and the real page where they stand beside the project, the project's own samples elsewhere. */
export function benchFiles(): BenchFiles {
  const shared = join(root, '../shared/fixtures');
  if (existsSync(shared)) {
    const photos = ['mobile-gps-iphone.jpg', 'mobile-gps-nokia.jpg', 'landscape-orientation-6.jpg'];
    return {
      page: join(shared, 'seed/000_225bdf35277e002d.txt'),
      pictures: photos.map((name) => join(shared, 'photos', name)),
    };
  }
  const samples = join(root, 'resources/samples');
  return {
    page: join(samples, 'pages/damaged-page.txt'),
    pictures: ['building-site.jpg', 'notice-board.jpg', 'service-point.jpg'].map((name) =>
      join(samples, 'pictures', name),
    ),
  };
}
