import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';

/** Cells of the pattern in each direction, and pixels of a cell; with a border of half a cell. */
const cells = 5;
const cellPixels = 20;
const size = (cells + 1) * cellPixels;

/** A PNG with a symmetrical pattern that is the same for the same text, as the real server draws one. */
export function identicon(text: string): Buffer {
  const hash = createHash('sha256').update(text).digest();
  const paint = [96 + (hash[0] ?? 0) / 2, 72 + (hash[1] ?? 0) / 2, 48 + (hash[2] ?? 0) / 2];
  const rows = Array.from({ length: size }, (_, y) => {
    // Each row of a PNG begins with the number of its filter: 0, none.
    const row = Buffer.alloc(1 + size * 3, 238);
    row[0] = 0;
    for (let x = 0; x < size; x += 1)
      if (isPainted(hash, x, y))
        for (const [channel, value] of paint.entries()) row[1 + x * 3 + channel] = value;
    return row;
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  // Eight bits a channel, red green blue.
  header[8] = 8;
  header[9] = 2;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function isPainted(hash: Buffer, x: number, y: number): boolean {
  const column = Math.floor((x - cellPixels / 2) / cellPixels);
  const row = Math.floor((y - cellPixels / 2) / cellPixels);
  if (column < 0 || column >= cells || row < 0 || row >= cells) return false;
  const mirrored = Math.min(column, cells - 1 - column);
  return ((hash[3 + row * 3 + mirrored] ?? 0) & 1) === 1;
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(data.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(checksum(named), named.length + 4);
  return framed;
}

/** CRC-32 as PNG uses it. Written out because Node has one only since 20.15. */
function checksum(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
