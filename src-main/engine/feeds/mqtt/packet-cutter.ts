/** What became of bytes from a broker. */
export interface Cut {
  /** Whole packets, each with its header, in their order. */
  readonly packets: readonly Uint8Array[];
  /** Why nothing more can be taken; null = all is well so far. */
  readonly problem: 'too-large' | 'malformed' | null;
}

/** Cuts what a broker sends into packets. */
export interface PacketCutter {
  /** The packets that are whole with these bytes. Must not be called any more after a problem. */
  cut(bytes: Uint8Array): Cut;
}

/** The types that a server sends (MQTT 5, §2.1.2). No AUTH: nobody asks for one. */
const serverTypes: ReadonlySet<number> = new Set([2, 3, 4, 5, 6, 7, 9, 11, 13, 14]);

const noBytes = new Uint8Array();

/**
 * A packet says how long it is before it comes. What is longer than `largest` bytes, or is none that a server
 * sends, is found out there, before anything of it is kept.
 */
export function createPacketCutter(largest: number): PacketCutter {
  /** The beginning of a packet that does not say yet how long it is. */
  let header: Uint8Array = noBytes;
  /** A packet that is not whole, with room for all of it, and how much of it is there. */
  let begun: { readonly packet: Uint8Array; filled: number } | null = null;

  /** Fills up what was begun. Returns the bytes after it. */
  const fill = (bytes: Uint8Array, packets: Uint8Array[]): Uint8Array => {
    if (begun === null) return bytes;
    const { packet, filled } = begun;
    const part = bytes.subarray(0, packet.length - filled);
    packet.set(part, filled);
    begun.filled += part.length;
    if (begun.filled === packet.length) {
      packets.push(packet);
      begun = null;
    }
    return bytes.subarray(part.length);
  };

  return {
    cut(bytes) {
      const packets: Uint8Array[] = [];
      let rest = fill(bytes, packets);
      if (header.length > 0) rest = Buffer.concat([header, rest]);
      header = noBytes;
      while (rest.length > 0) {
        const length = lengthOf(rest);
        if (length === 'malformed') return { packets, problem: 'malformed' };
        if (length === 'unknown') {
          header = rest;
          break;
        }
        if (length > largest) return { packets, problem: 'too-large' };
        if (length <= rest.length) {
          packets.push(rest.subarray(0, length));
          rest = rest.subarray(length);
        } else {
          begun = { packet: Buffer.allocUnsafe(length), filled: 0 };
          rest = fill(rest, packets);
        }
      }
      return { packets, problem: null };
    },
  };
}

/** Bytes of the packet that begins here, header included. */
function lengthOf(data: Uint8Array): number | 'unknown' | 'malformed' {
  const type = (data[0] ?? 0) >> 4;
  if (!serverTypes.has(type)) return 'malformed';
  let length = 0;
  // The rest's length, seven bits a byte, the lowest first (MQTT 5, §1.5.5).
  for (let place = 0; place < 4; place += 1) {
    const byte = data[1 + place];
    if (byte === undefined) return 'unknown';
    length += (byte & 0x7f) * 128 ** place;
    if (byte < 0x80) return 2 + place + length;
  }
  return 'malformed';
}
