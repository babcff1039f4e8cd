// @ts-check

/** @typedef {{ pixels: number, png: Buffer }} Picture */

const ICO_HEADER_BYTES = 6;
const ICO_ENTRY_BYTES = 16;

/**
 * A Windows icon file with PNG pictures inside, which Windows reads since Vista.
 * @param {readonly Picture[]} pictures square, at most 256 px, smallest first
 * @returns {Buffer}
 */
export function encodeIco(pictures) {
  const header = Buffer.alloc(ICO_HEADER_BYTES + ICO_ENTRY_BYTES * pictures.length);
  header.writeUInt16LE(1, 2); // an icon, not a cursor
  header.writeUInt16LE(pictures.length, 4);
  let offset = header.length;
  for (const [index, { pixels, png }] of pictures.entries()) {
    const entry = ICO_HEADER_BYTES + ICO_ENTRY_BYTES * index;
    header.writeUInt8(pixels % 256, entry); // 0 stands for 256
    header.writeUInt8(pixels % 256, entry + 1);
    header.writeUInt16LE(1, entry + 4); // planes
    header.writeUInt16LE(32, entry + 6); // bits per pixel
    header.writeUInt32LE(png.length, entry + 8);
    header.writeUInt32LE(offset, entry + 12);
    offset += png.length;
  }
  return Buffer.concat([header, ...pictures.map(({ png }) => png)]);
}

/**
 * The types of an icns file that may hold PNG, by pixels. The old types for 16 and 32 px at scale 1
 * cannot, so those sizes come out of `ic11` and `ic12`, as Retina screens use them anyway.
 * @type {ReadonlyMap<number, readonly string[]>}
 */
const icnsTypes = new Map([
  [32, ['ic11']],
  [64, ['ic12']],
  [128, ['ic07']],
  [256, ['ic13', 'ic08']],
  [512, ['ic14', 'ic09']],
  [1024, ['ic10']],
]);

/** The pixel sizes that `encodeIcns` takes. */
export const icnsSizes = [...icnsTypes.keys()];

/**
 * A macOS icon file with PNG pictures inside.
 * @param {readonly Picture[]} pictures square, of the sizes in `icnsSizes`
 * @returns {Buffer}
 */
export function encodeIcns(pictures) {
  const blocks = pictures.flatMap(({ pixels, png }) =>
    (icnsTypes.get(pixels) ?? []).map((type) => icnsBlock(type, png)),
  );
  return icnsBlock('icns', Buffer.concat(blocks));
}

/**
 * @param {string} type four letters
 * @param {Buffer} content
 */
function icnsBlock(type, content) {
  const head = Buffer.alloc(8);
  head.write(type, 0, 'latin1');
  head.writeUInt32BE(head.length + content.length, 4);
  return Buffer.concat([head, content]);
}
