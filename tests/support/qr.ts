import jsQR from 'jsqr';
import type { Locator, Page } from 'playwright-core';

/** Reads a QR code as a camera would: from its picture, with an independent decoder. */
export async function readQrCode(code: Locator, scratch: Page): Promise<string | undefined> {
  const picture = (await code.screenshot()).toString('base64');
  const { width, height, pixels } = await scratch.evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d')!;
    context.drawImage(image, 0, 0);
    return { width: image.width, height: image.height, pixels: [...context.getImageData(0, 0, image.width, image.height).data] };
  }, picture);
  return jsQR(Uint8ClampedArray.from(pixels), width, height)?.data;
}
