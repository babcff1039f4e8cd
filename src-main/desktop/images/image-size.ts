import type { ImageType } from './image-type.ts';

/** Pixels above which no picture is handed to the window: each takes four bytes there. */
export const mostShownPixels = 64_000_000;

/** Whether a picture says that it has more pixels than the window should unfold. */
export function isTooLarge(bytes: Uint8Array, type: ImageType): boolean {
  const pixels = pixelsOf(bytes, type);
  return pixels !== null && pixels > mostShownPixels;
}

/**
 * How many pixels a picture says that it has, from its header alone: a few bytes can unfold to
 * gigabytes. Null for a header that makes no sense.
 */
export function pixelsOf(bytes: Uint8Array, type: ImageType): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    switch (type) {
      case 'image/png':
        return view.getUint32(16) * view.getUint32(20);
      case 'image/jpeg':
        return jpegPixels(view);
      case 'image/webp':
        return webpPixels(view);
      case 'image/gif':
        return view.getUint16(6, true) * view.getUint16(8, true);
      case 'image/avif':
        return avifPixels(view);
    }
  } catch {
    // The header is cut off.
    return null;
  }
}

/** Properties stand before the pictures themselves. */
const avifHeaderBytes = 16 * 1024;

function webpPixels(view: DataView): number | null {
  switch (view.getUint32(12)) {
    case fourLetters('VP8X'):
      return ((view.getUint32(24, true) & 0xff_ffff) + 1) * ((view.getUint32(26, true) >>> 8) + 1);
    case fourLetters('VP8L'): {
      const bits = view.getUint32(21, true);
      return ((bits & 0x3fff) + 1) * (((bits >>> 14) & 0x3fff) + 1);
    }
    case fourLetters('VP8 '):
      return (view.getUint16(26, true) & 0x3fff) * (view.getUint16(28, true) & 0x3fff);
    default:
      return null;
  }
}

function fourLetters(name: string): number {
  return [...name].reduce((value, letter) => value * 0x100 + letter.charCodeAt(0), 0);
}

/** The largest of the sizes that its properties name (`ispe`): one for each picture in it, thumbnails too. */
function avifPixels(view: DataView): number | null {
  let most: number | null = null;
  const end = Math.min(view.byteLength - 16, avifHeaderBytes);
  for (let offset = 0; offset <= end; offset += 1) {
    if (view.getUint32(offset) !== fourLetters('ispe')) continue;
    const pixels = view.getUint32(offset + 8) * view.getUint32(offset + 12);
    most = Math.max(most ?? 0, pixels);
  }
  return most;
}

/** Segments follow one another until the one that starts a frame and so tells its size. */
function jpegPixels(view: DataView): number | null {
  let offset = 2;
  while (view.getUint8(offset) === 0xff) {
    const marker = view.getUint8(offset + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return view.getUint16(offset + 5) * view.getUint16(offset + 7);
    // A marker may be filled up with further FF bytes before it.
    offset += marker === 0xff ? 1 : 2 + view.getUint16(offset + 2);
  }
  return null;
}
