import { join, parse } from 'node:path';
import type { TextFiles } from '#main/services/ports/text-files.ts';
import { AppError } from '#shared/errors.ts';
import { writeNewFile } from './new-file.ts';

/** So many files of one name lie in a folder at most. */
const mostOfOneName = 99;

export const textFiles: TextFiles = {
  async writeInto(folder, name, contents) {
    const bytes = typeof contents === 'string' ? Buffer.from(contents) : contents;
    const { path } = await writeNumbered(folder, name, async (target) =>
      writeNewFile(
        target,
        async (file) => file.writeFile(bytes),
        async () => undefined,
      ),
    );
    return { name: parse(path).base, path, bytes: bytes.length };
  },
};

/** Writes under the first name of a row that is free: `稿件.docx`, `稿件（2）.docx`, … Refuses `not-allowed` after the last. */
export async function writeNumbered(
  folder: string,
  name: string,
  write: (target: string) => Promise<void>,
): Promise<{ readonly name: string; readonly path: string }> {
  const { name: title, ext } = parse(name);
  for (let number = 1; ; number += 1) {
    const numbered = number === 1 ? name : `${title}（${number}）${ext}`;
    const path = join(folder, numbered);
    try {
      await write(path);
      return { name: numbered, path };
    } catch (thrown) {
      const isTaken = thrown instanceof AppError && thrown.code === 'not-allowed';
      if (!isTaken || number === mostOfOneName) throw thrown;
    }
  }
}
