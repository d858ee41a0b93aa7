import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A content file: its path from the project's root with forward slashes, its name without extension, its text. */
export interface ContentFile {
  file: string;
  id: string;
  text: string;
}

/** A content file that is read when it is needed. */
export type ContentPlace = Pick<ContentFile, 'file' | 'id'>;

/** Every file with the extension in a folder of the project, sorted by name, without its text. An absent folder is empty. */
export function listFolder(root: string, folder: string, extension: string): ContentPlace[] {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((name) => name.endsWith(extension) && !name.startsWith('.') && !name.startsWith('_'))
    .sort()
    .map((name) => ({ file: `${folder}/${name}`, id: name.slice(0, -extension.length) }));
}

/** The text of a content file, without a byte order mark; undefined when there is no such file. */
export function readContent(root: string, file: string): string | undefined {
  const path = join(root, file);
  if (!existsSync(path)) return undefined;
  const text = readFileSync(path, 'utf8');
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

/** Reads every file with the extension (such as `.mdx`) in a folder of the project, sorted by name. An absent folder is empty. */
export function readFolder(root: string, folder: string, extension: string): ContentFile[] {
  return listFolder(root, folder, extension).map(({ file, id }) => ({ file, id, text: readContent(root, file)! }));
}
