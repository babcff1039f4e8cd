import { createHash } from 'node:crypto';
import { BoundedMap } from '../../bounded-map.ts';

/** A message that is to be acknowledged, as far as it can be recognised. */
export interface Delivery {
  /** The packet's id. */
  readonly id: number;
  /** The broker says that it sends it once more. */
  readonly again: boolean;
  /** See `messageDigest`. */
  readonly digest: string;
}

/**
 * Remembers which messages of QoS 1 and 2 were handled and may come again, because it is not known whether the
 * broker got the acknowledgement. Ids alone do not tell: brokers use them over and over.
 */
export interface DeliveryMemory {
  /** A connection begins. `isResumed`: the broker remembers the one before, and sends again what it must. */
  begin(isResumed: boolean): void;
  /** Whether it was handled before. One that is merely equal comes as a new one, not `again`. */
  isKnown(delivery: Delivery): boolean;
  /** It was handled, and is acknowledged with the next words to the broker. */
  handled(delivery: Delivery): void;
  /** The broker was asked for a sign of life. */
  asked(): void;
  /** It gave one: it has read all that was sent before the question. */
  answered(): void;
  /** For `createDeliveryMemory` of the next run. */
  entries(): readonly string[];
}

/**
 * How many messages a broker may send before the first is acknowledged, where it can be told (MQTT 5). In
 * 3.1.1 the broker chooses: Mosquitto takes 20.
 */
export const mostUnacknowledged = 100;

/** @param entries what the last run remembered; what cannot be read is left out. */
export function createDeliveryMemory(entries: readonly string[]): DeliveryMemory {
  /** By the packet's id. */
  const known = new BoundedMap<number, { readonly digest: string; inQuestion: boolean }>(
    mostUnacknowledged,
  );
  let isAsking = false;

  const remember = (id: number, digest: string) => known.set(id, { digest, inQuestion: false });
  for (const entry of entries) {
    const [, id, digest] = /^(\d{1,5})\.([\w-]+)$/.exec(entry) ?? [];
    if (id !== undefined && digest !== undefined) remember(Number(id), digest);
  }

  return {
    begin(isResumed) {
      isAsking = false;
      if (!isResumed) known.clear();
      for (const [, delivery] of known.entries()) delivery.inQuestion = false;
    },
    isKnown: ({ id, again, digest }) => again && known.get(id)?.digest === digest,
    handled: ({ id, digest }) => remember(id, digest),
    asked() {
      // What came since the first of two questions is left to a later answer.
      if (isAsking) return;
      isAsking = true;
      for (const [, delivery] of known.entries()) delivery.inQuestion = true;
    },
    answered() {
      isAsking = false;
      for (const [id, { inQuestion }] of known.entries()) {
        if (inQuestion) known.delete(id);
      }
    },
    entries: () => [...known.entries()].map(([id, { digest }]) => `${id}.${digest}`),
  };
}

/**
 * A short name of a message. With 48 bits, two of a hundred messages have the same once in fifty billion times.
 */
export function messageDigest(topic: string, payload: Uint8Array): string {
  // No topic holds a NUL.
  const hash = createHash('sha256').update(`${topic}\0`).update(payload).digest();
  return hash.subarray(0, 6).toString('base64url');
}
