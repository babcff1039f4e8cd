import { readFileSync } from 'node:fs';
import decodeWebp, { init as initWebp } from '@jsquash/webp/decode.js';
import { type NativeImage, nativeImage } from 'electron';
import { pixelsOf } from './image-size.ts';
import type { Picture } from './picture-fetcher.ts';
import { stillWebp } from './webp-still.ts';

/** Toasts show their picture at about 48 px; this is enough for every scale. */
const size = 128;

/** Pixels above which a picture is not decoded: the decoder never gives memory back. */
const mostPixels = 2048 * 2048;

/**
 * Makes pictures fit for Electron's notifications, which take PNG and JPEG only, while nearly all of
 * Misskey's are WebP.
 *
 * @param decoderPath the WebP decoder (`webp_dec.wasm`), read when the first picture needs it.
 * @returns null for a picture that cannot be decoded. Of an animated one it is the first frame.
 */
export function toastPictures(
  decoderPath: string,
): (picture: Picture) => Promise<NativeImage | null> {
  let decoder: Promise<unknown> | null = null;

  const decode = async ({ bytes, type }: Picture): Promise<NativeImage | null> => {
    const still = type === 'image/webp' ? stillWebp(bytes) : bytes;
    const pixels = still && pixelsOf(still, type);
    if (still === null || pixels === null || pixels > mostPixels) return null;
    if (type !== 'image/webp') return nativeImage.createFromBuffer(Buffer.from(still));
    decoder ??= initDecoder(decoderPath);
    await decoder;
    const { data, width, height } = await decodeWebp(still.buffer);
    return nativeImage.createFromBitmap(bgraOf(data), { width, height });
  };

  return async (picture) => {
    try {
      const image = await decode(picture);
      if (image === null || image.isEmpty()) return null;
      const { width, height } = image.getSize();
      if (Math.max(width, height) <= size) return image;
      return image.resize({
        ...(width >= height ? { width: size } : { height: size }),
        quality: 'good',
      });
    } catch {
      return null;
    }
  };
}

async function initDecoder(path: string): Promise<void> {
  // The decoder answers with the browser's ImageData, which the main process does not have.
  Reflect.set(globalThis, 'ImageData', DecodedPixels);
  await initWebp({ wasmBinary: new Uint8Array(readFileSync(path)) });
}

class DecodedPixels {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;

  constructor(data: Uint8ClampedArray, width: number, height: number) {
    this.data = data;
    this.width = width;
    this.height = height;
  }
}

/** Electron's bitmaps are BGRA with premultiplied alpha; decoders give RGBA without. */
function bgraOf(rgba: Uint8ClampedArray): Buffer {
  const bgra = Buffer.allocUnsafe(rgba.length);
  for (let i = 0; i < rgba.length; i += 4) {
    const alpha = rgba[i + 3] ?? 0;
    bgra[i] = Math.round(((rgba[i + 2] ?? 0) * alpha) / 255);
    bgra[i + 1] = Math.round(((rgba[i + 1] ?? 0) * alpha) / 255);
    bgra[i + 2] = Math.round(((rgba[i] ?? 0) * alpha) / 255);
    bgra[i + 3] = alpha;
  }
  return bgra;
}
