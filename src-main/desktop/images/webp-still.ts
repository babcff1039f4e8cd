/** One chunk of a RIFF file: its four letters, and its data. */
interface Chunk {
  readonly name: string;
  readonly data: Uint8Array;
}

const riffHeaderBytes = 12;
const chunkHeaderBytes = 8;
/** Position, size, duration and flags stand before the picture in a frame (`ANMF`). */
const frameHeaderBytes = 16;
const alphaFlag = 0x10;

/**
 * The first frame of an animated WebP as a WebP of its own: the decoder takes still ones only, while
 * many custom emoji and avatars move. A still one comes back as it is. Null when it has no frame.
 * The frame is taken by itself, without the canvas around it.
 */
export function stillWebp(webp: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> | null {
  const chunks = readChunks(webp.subarray(riffHeaderBytes));
  if (!chunks.some(({ name }) => name === 'ANIM' || name === 'ANMF')) return webp;
  const frame = chunks.find(({ name }) => name === 'ANMF')?.data;
  if (frame === undefined || frame.length < frameHeaderBytes) return null;
  const parts = readChunks(frame.subarray(frameHeaderBytes));
  const picture = parts.find(({ name }) => name === 'VP8 ' || name === 'VP8L');
  if (picture === undefined) return null;
  const alpha = parts.find(({ name }) => name === 'ALPH');
  if (alpha === undefined) return writeWebp([picture]);
  return writeWebp([{ name: 'VP8X', data: extendedHeader(frame) }, alpha, picture]);
}

/** Chunks that are whole; whatever is cut off or oversized at the end is left out. */
function readChunks(bytes: Uint8Array): Chunk[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: Chunk[] = [];
  let offset = 0;
  while (offset + chunkHeaderBytes <= bytes.length) {
    const length = view.getUint32(offset + 4, true);
    const start = offset + chunkHeaderBytes;
    if (start + length > bytes.length) break;
    const name = String.fromCharCode(...bytes.subarray(offset, offset + 4));
    chunks.push({ name, data: bytes.subarray(start, start + length) });
    offset = start + length + (length % 2);
  }
  return chunks;
}

/** Says that there is an alpha channel, and the size, which a frame keeps in bytes 6 to 11. */
function extendedHeader(frame: Uint8Array): Uint8Array {
  const header = new Uint8Array(10);
  header[0] = alphaFlag;
  header.set(frame.subarray(6, 12), 4);
  return header;
}

function writeWebp(chunks: readonly Chunk[]): Uint8Array<ArrayBuffer> {
  const sizes = chunks.map(({ data }) => chunkHeaderBytes + data.length + (data.length % 2));
  const webp = new Uint8Array(riffHeaderBytes + sizes.reduce((sum, size) => sum + size, 0));
  const view = new DataView(webp.buffer);
  const writeName = (name: string, at: number) =>
    webp.set(
      Array.from(name, (letter) => letter.charCodeAt(0)),
      at,
    );
  writeName('RIFF', 0);
  view.setUint32(4, webp.length - 8, true);
  writeName('WEBP', 8);
  let offset = riffHeaderBytes;
  for (const [index, { name, data }] of chunks.entries()) {
    writeName(name, offset);
    view.setUint32(offset + 4, data.length, true);
    webp.set(data, offset + chunkHeaderBytes);
    offset += sizes[index] ?? 0;
  }
  return webp;
}
