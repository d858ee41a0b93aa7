import jsQR from 'jsqr';
import type { Locator, Page } from 'playwright-core';
import { readPixels } from './pixels.ts';

/** Reads a QR code as a camera would: from its picture, with an independent decoder. */
export async function readQrCode(code: Locator, scratch: Page): Promise<string | undefined> {
  const { data, width, height } = await readPixels(await code.screenshot(), scratch);
  return jsQR(data, width, height)?.data;
}
