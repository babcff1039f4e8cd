import { EventEmitter } from 'node:events';

/** Plays the X server's end of a connection. */
export class PlayedX11 extends EventEmitter {
  readonly received: Buffer[] = [];
  destroyed = false;
  write(bytes: Buffer): void {
    this.received.push(bytes);
  }
  destroy(): void {
    this.destroyed = true;
  }
  send(bytes: Buffer): void {
    this.emit('data', bytes);
  }
}

/** The root windows of the screens in `welcome`. */
export const roots = [0x111, 0x222];

/** A welcome with two screens, the first with two depths, as a server sends it. */
export function welcome(): Buffer {
  const vendor = Buffer.from('The X.Org..', 'latin1');
  const vendorPadded = Buffer.concat([vendor, Buffer.alloc(1)]);
  const fixed = Buffer.alloc(32);
  fixed.writeUInt16LE(vendor.length, 16);
  fixed.writeUInt8(2, 20);
  fixed.writeUInt8(1, 21);
  const screen = (root: number, depths: readonly number[]) => {
    const head = Buffer.alloc(40);
    head.writeUInt32LE(root, 0);
    head.writeUInt8(depths.length, 39);
    const bodies = depths.map((visuals) => {
      const depth = Buffer.alloc(8 + visuals * 24);
      depth.writeUInt16LE(visuals, 2);
      return depth;
    });
    return Buffer.concat([head, ...bodies]);
  };
  const body = Buffer.concat([
    fixed,
    vendorPadded,
    Buffer.alloc(8),
    screen(roots[0] ?? 0, [2, 0]),
    screen(roots[1] ?? 0, []),
  ]);
  const head = Buffer.alloc(8);
  head.writeUInt8(1, 0);
  head.writeUInt16LE(body.length / 4, 6);
  return Buffer.concat([head, body]);
}

export function packet(code: number, write: (bytes: Buffer) => void): Buffer {
  const bytes = Buffer.alloc(32);
  bytes.writeUInt8(code, 0);
  write(bytes);
  return bytes;
}

/** A reply that holds one number. */
export const reply = (sequence: number, value: number) =>
  packet(1, (bytes) => {
    bytes.writeUInt16LE(sequence, 2);
    bytes.writeUInt32LE(value, 8);
  });

/** A reply that holds a property: numbers, or null where the window has no such property. */
export function propertyReply(sequence: number, numbers: readonly number[] | null): Buffer {
  const values = Buffer.alloc((numbers?.length ?? 0) * 4);
  for (const [index, number] of (numbers ?? []).entries()) values.writeUInt32LE(number, index * 4);
  const head = packet(1, (bytes) => {
    bytes.writeUInt8(numbers === null ? 0 : 32, 1);
    bytes.writeUInt16LE(sequence, 2);
    bytes.writeUInt32LE(values.length / 4, 4);
    bytes.writeUInt32LE(values.length / 4, 16);
  });
  return Buffer.concat([head, values]);
}

export const error = (sequence: number) => packet(0, (bytes) => bytes.writeUInt16LE(sequence, 2));

export const propertyChanged = (window: number, property: number) =>
  packet(28, (bytes) => {
    bytes.writeUInt32LE(window, 4);
    bytes.writeUInt32LE(property, 8);
  });
