import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** A content file: its path from the project's root with forward slashes, its name without extension, its text. */
export interface ContentFile {
  file: string;
  id: string;
  text: string;
}

/** Reads every file with the extension (such as `.mdx`) in a folder of the project, sorted by name. An absent folder is empty. */
export function readFolder(root: string, folder: string, extension: string): ContentFile[] {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((name) => name.endsWith(extension) && !name.startsWith('.') && !name.startsWith('_'))
    .sort()
    .map((name) => ({
      file: relative(root, join(path, name)).replaceAll('\\', '/'),
      id: name.slice(0, -extension.length),
      // A byte order mark is no part of the text.
      text: readFileSync(join(path, name), 'utf8').replace(/^\uFEFF/, ''),
    }));
}
