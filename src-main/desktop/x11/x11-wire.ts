import type { X11Cookie } from './x11-address.ts';

/** The few words of the X11 protocol (little-endian) that are needed to watch windows and selections. */

const opcode = {
  changeWindowAttributes: 2,
  internAtom: 16,
  getProperty: 20,
  getSelectionOwner: 23,
} as const;
const eventMaskBit = 0x800;
const structureNotify = 0x2_0000;
const propertyChange = 0x40_0000;
const eventDestroyNotify = 17;
const eventPropertyNotify = 28;
const eventClientMessage = 33;
const eventGeneric = 35;

/** Every reply, event and error is at least this long, in bytes. */
const packetBytes = 32;
/** Longer ones are not for us; whoever sends them is no X server that we understand. */
const longestBytes = 1024 * 1024;

/** Something that happened on the server. */
export type X11Event =
  | { readonly kind: 'destroyed'; readonly window: number }
  | { readonly kind: 'property'; readonly window: number; readonly property: number }
  | { readonly kind: 'message'; readonly type: number; readonly data: number };

/** What the server sent. */
export type X11Packet =
  | { readonly kind: 'reply'; readonly sequence: number; readonly reply: X11Reply }
  | { readonly kind: 'error'; readonly sequence: number }
  | X11Event
  | { readonly kind: 'other' };

export interface X11Reply {
  /** The one number that short replies hold. */
  readonly value: number;
  /** The whole reply. */
  readonly bytes: Buffer;
}

function padded(length: number): number {
  return Math.ceil(length / 4) * 4;
}

function padding(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc(padded(bytes.length) - bytes.length)]);
}

/** The greeting that opens a connection. */
export function setupRequest(cookie: X11Cookie | null): Buffer {
  const name = Buffer.from(cookie?.name ?? '', 'latin1');
  const data = cookie?.data ?? Buffer.alloc(0);
  const head = Buffer.alloc(12);
  head.write('l', 0, 'latin1');
  head.writeUInt16LE(11, 2);
  head.writeUInt16LE(name.length, 6);
  head.writeUInt16LE(data.length, 8);
  return Buffer.concat([head, padding(name), padding(data)]);
}

/** Asks for the number of a name; the reply's value is it. */
export function internAtom(name: string): Buffer {
  const text = padding(Buffer.from(name, 'latin1'));
  const head = Buffer.alloc(8);
  head.writeUInt8(opcode.internAtom, 0);
  head.writeUInt16LE(2 + text.length / 4, 2);
  head.writeUInt16LE(name.length, 4);
  return Buffer.concat([head, text]);
}

/** Asks who owns a selection; the reply's value is a window, 0 = nobody. */
export function getSelectionOwner(selection: number): Buffer {
  const request = Buffer.alloc(8);
  request.writeUInt8(opcode.getSelectionOwner, 0);
  request.writeUInt16LE(2, 2);
  request.writeUInt32LE(selection, 4);
  return request;
}

/**
 * Asks for a property of a window; see `readNumbers`.
 *
 * @param most how many numbers to answer at most.
 */
export function getProperty(window: number, property: number, most: number): Buffer {
  const request = Buffer.alloc(24);
  request.writeUInt8(opcode.getProperty, 0);
  request.writeUInt16LE(6, 2);
  request.writeUInt32LE(window, 4);
  request.writeUInt32LE(property, 8);
  // Any type, from the start.
  request.writeUInt32LE(most, 20);
  return request;
}

/** The numbers (windows, atoms, counts) of a reply to `getProperty`; null where there are none. */
export function readNumbers({ bytes }: X11Reply): readonly number[] | null {
  const bits = bytes.readUInt8(1);
  if (bits !== 32) return null;
  const there = Math.floor((bytes.length - packetBytes) / 4);
  const count = Math.min(bytes.readUInt32LE(16), there);
  return Array.from({ length: count }, (_, index) => bytes.readUInt32LE(packetBytes + index * 4));
}

/** Asks to be told when a window is destroyed, and of messages to all who watch it. No reply. */
export function watchWindow(window: number): Buffer {
  return selectEvents(window, structureNotify);
}

/** Asks to be told when properties of a window change. No reply. */
export function watchProperties(window: number): Buffer {
  return selectEvents(window, propertyChange);
}

/** Asks to be told nothing more of a window. No reply. */
export function unwatch(window: number): Buffer {
  return selectEvents(window, 0);
}

function selectEvents(window: number, mask: number): Buffer {
  const request = Buffer.alloc(16);
  request.writeUInt8(opcode.changeWindowAttributes, 0);
  request.writeUInt16LE(4, 2);
  request.writeUInt32LE(window, 4);
  request.writeUInt32LE(eventMaskBit, 8);
  request.writeUInt32LE(mask, 12);
  return request;
}

/** A server's answer to the greeting: still incomplete, a refusal, or its root windows by screen. */
export type Setup =
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'welcome'; readonly roots: readonly number[]; readonly bytes: number };

export function readSetup(received: Buffer): Setup {
  if (received.length < 8) return { kind: 'incomplete' };
  const bytes = 8 + received.readUInt16LE(6) * 4;
  if (received.readUInt8(0) !== 1) return { kind: 'refused' };
  if (received.length < bytes) return { kind: 'incomplete' };
  try {
    return { kind: 'welcome', roots: readRoots(received.subarray(0, bytes)), bytes };
  } catch {
    return { kind: 'refused' };
  }
}

function readRoots(setup: Buffer): number[] {
  const vendorLength = setup.readUInt16LE(24);
  const screens = setup.readUInt8(28);
  const formats = setup.readUInt8(29);
  const roots: number[] = [];
  let offset = 40 + padded(vendorLength) + formats * 8;
  for (let screen = 0; screen < screens; screen += 1) {
    roots.push(setup.readUInt32LE(offset));
    const depths = setup.readUInt8(offset + 39);
    offset += 40;
    for (let depth = 0; depth < depths; depth += 1) {
      offset += 8 + setup.readUInt16LE(offset + 2) * 24;
    }
  }
  return roots;
}

/** The packets that are complete, and the bytes that are left. Throws when it is no X11. */
export function readPackets(received: Buffer): { packets: X11Packet[]; rest: Buffer } {
  const packets: X11Packet[] = [];
  let offset = 0;
  while (received.length - offset >= packetBytes) {
    const code = received.readUInt8(offset) & 0x7f;
    const isLong = code === 1 || code === eventGeneric;
    const length = packetBytes + (isLong ? received.readUInt32LE(offset + 4) * 4 : 0);
    if (length > longestBytes) throw new RangeError('an X11 packet is too long');
    if (received.length - offset < length) break;
    packets.push(readPacket(code, received.subarray(offset, offset + length)));
    offset += length;
  }
  return { packets, rest: received.subarray(offset) };
}

function readPacket(code: number, packet: Buffer): X11Packet {
  const sequence = packet.readUInt16LE(2);
  switch (code) {
    case 0:
      return { kind: 'error', sequence };
    case 1:
      return { kind: 'reply', sequence, reply: { value: packet.readUInt32LE(8), bytes: packet } };
    case eventDestroyNotify:
      return { kind: 'destroyed', window: packet.readUInt32LE(8) };
    case eventPropertyNotify:
      return {
        kind: 'property',
        window: packet.readUInt32LE(4),
        property: packet.readUInt32LE(8),
      };
    case eventClientMessage:
      // The first word of data is a time stamp, the second what the message is about.
      return { kind: 'message', type: packet.readUInt32LE(8), data: packet.readUInt32LE(16) };
    default:
      return { kind: 'other' };
  }
}
