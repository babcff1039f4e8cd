import sharp from 'sharp';
import { expect, test } from 'vitest';
import { stillWebp } from '../../../../src-main/desktop/images/webp-still.ts';

const side = 8;

/** An animation whose frames each have one colour. */
async function animation(
  colors: readonly (readonly [number, number, number, number])[],
  options: { readonly lossless: boolean },
): Promise<Uint8Array<ArrayBuffer>> {
  const frames = colors.map((color) =>
    Buffer.from(
      Array(side * side)
        .fill(color)
        .flat(),
    ),
  );
  const raw = { width: side, height: side * frames.length, channels: 4, pageHeight: side } as const;
  const webp = await sharp(Buffer.concat(frames), { raw })
    .webp({ ...options, loop: 0 })
    .toBuffer();
  return new Uint8Array(webp);
}

/** The first pixel, and how large and animated it is, as a decoder of its own sees it. */
async function look(webp: Uint8Array) {
  const { pages = 1, width, height } = await sharp(webp, { animated: true }).metadata();
  const pixels = await sharp(webp).ensureAlpha().raw().toBuffer();
  return { pages, width, height, pixel: [...pixels.subarray(0, 4)] };
}

test.each([
  ['without losses', { lossless: true }],
  ['with losses and an alpha channel of its own', { lossless: false }],
])('of an animation %s the first frame is left', async (_how, options) => {
  const moving = await animation(
    [
      [250, 10, 10, 128],
      [10, 10, 250, 255],
    ],
    options,
  );
  expect((await look(moving)).pages).toBe(2);
  const still = stillWebp(moving);
  const seen = await look(still ?? new Uint8Array());
  expect(seen).toMatchObject({ pages: 1, width: side, height: side });
  const [red = 0, , blue = 0, alpha] = seen.pixel;
  expect(red).toBeGreaterThan(200);
  expect(blue).toBeLessThan(60);
  expect(alpha).toBe(128);
});

test('a still picture comes back as it is', async () => {
  const one = { create: { width: 4, height: 4, channels: 4, background: '#f00' } } as const;
  const webp = new Uint8Array(await sharp(one).webp().toBuffer());
  expect(stillWebp(webp)).toBe(webp);
});

test('an animation that is cut off before its first frame has none', async () => {
  const moving = await animation(
    [
      [250, 10, 10, 255],
      [10, 10, 250, 255],
    ],
    { lossless: true },
  );
  const text = Buffer.from(moving).toString('latin1');
  expect(stillWebp(moving.slice(0, text.indexOf('ANMF') + 12))).toBeNull();
});
