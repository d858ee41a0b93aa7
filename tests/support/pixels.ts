import type { Page } from 'playwright-core';

/** A picture as its pixels: four bytes each (red, green, blue, opacity), row by row. */
export interface Pixels {
  width: number;
  height: number;
  data: Uint8ClampedArray<ArrayBuffer>;
}

/**
 * The pixels of a PNG.
 * @param scratch a page of any kind, whose browser decodes the picture
 */
export async function readPixels(png: Buffer, scratch: Page): Promise<Pixels> {
  const { width, height, base64 } = await scratch.evaluate(async (encoded) => {
    const image = new Image();
    image.src = `data:image/png;base64,${encoded}`;
    await image.decode();
    const { width, height } = image;
    const context = new OffscreenCanvas(width, height).getContext('2d')!;
    context.drawImage(image, 0, 0);
    // As text: a list of numbers takes many times as long to come over.
    const { data } = context.getImageData(0, 0, width, height);
    const url = await new Promise<string>((done) => {
      const reader = new FileReader();
      reader.onload = () => done(reader.result as string);
      reader.readAsDataURL(new Blob([data]));
    });
    return { width, height, base64: url.slice(url.indexOf(',') + 1) };
  }, png.toString('base64'));
  return { width, height, data: Uint8ClampedArray.from(Buffer.from(base64, 'base64')) };
}
