import { inflateRawSync } from 'node:zlib';
import { failure } from './failure.ts';

/** What a part of an archive may unpack to at most, in bytes; a speech of a million characters has 20 MB of XML. */
const mostOfPart = 64 * 2 ** 20;
/** What may be unpacked of one archive altogether. */
const mostOfAll = 128 * 2 ** 20;

/** An archive whose parts are unpacked when they are asked for. */
export interface Archive {
  names: string[];
  /** A part as bytes; undefined when there is none of this name. */
  read(name: string): Uint8Array | undefined;
}

/**
 * Opens a ZIP archive by its central directory (APPNOTE.TXT 6.3, sections 4.3.12 and 4.3.16). Sizes are guarded twice: by what
 * the archive declares, before anything is unpacked, and by what comes out, since a declaration may lie.
 */
export function openZip(file: Uint8Array): Archive {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const parts = new Map<string, { method: number; flags: number; packed: number; size: number; at: number }>();
  // The end record is 22 bytes, and a comment of up to 65,535 may follow it.
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end === -1 || end + 22 > bytes.length || end < bytes.length - 22 - 0xffff) throw failure('bad-archive', { reason: 'its list of parts is missing; the file was perhaps cut' });
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) throw failure('bad-archive', { reason: 'its list of parts is broken' });
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [number, number, number];
    parts.set(bytes.toString('utf8', at + 46, at + 46 + name), {
      flags: bytes.readUInt16LE(at + 8),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    });
    at += 46 + name + extra + comment;
  }
  let unpacked = 0;
  return {
    names: [...parts.keys()],
    read(name) {
      const part = parts.get(name);
      if (!part) return undefined;
      if (part.flags & 1) throw failure('bad-archive', { reason: 'it is locked with a password' });
      if (part.size > mostOfPart || unpacked + part.size > mostOfAll) throw failure('bomb', { part: name, most: `${mostOfPart / 2 ** 20} MB` });
      if (part.at + 30 > bytes.length || bytes.readUInt32LE(part.at) !== 0x04034b50) throw failure('bad-archive', { reason: `its part ${name} is missing` });
      const start = part.at + 30 + bytes.readUInt16LE(part.at + 26) + bytes.readUInt16LE(part.at + 28);
      const content = unpack(bytes.subarray(start, start + part.packed), part.method, name, Math.min(mostOfPart, mostOfAll - unpacked));
      unpacked += content.length;
      if (content.length !== part.size) throw failure('bad-archive', { reason: `its part ${name} is not as long as it says` });
      return content;
    },
  };
}

function unpack(packed: Buffer, method: number, name: string, most: number): Uint8Array {
  if (method === 0) return packed;
  if (method !== 8) throw failure('bad-archive', { reason: `its part ${name} is packed in an unknown way` });
  try {
    return inflateRawSync(packed, { maxOutputLength: most });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw failure('bomb', { part: name, most: `${mostOfPart / 2 ** 20} MB` });
    throw failure('bad-archive', { reason: `its part ${name} is broken` });
  }
}
