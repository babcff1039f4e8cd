import type { Clock } from '../../engine/streaming/clock.ts';

/** The body of an answer, read piece by piece. */
export interface Chunks {
  /** The first bytes, at least `count` of them unless the body is shorter; they are still read later. */
  peek(count: number): Promise<Uint8Array>;
  /** All of it; null when it is longer than `most` bytes. */
  all(most: number): Promise<Uint8Array<ArrayBuffer> | null>;
  /** All of it as it comes, only as fast as it is taken; breaks off after `most` bytes. */
  stream(most: number): ReadableStream<Uint8Array>;
}

/**
 * @param stall how long (ms) each piece may take while somebody waits for it
 * @param signal gives the body up: who waits for a piece is refused it
 * @param onEnd the body is read to its end, broke off, or nobody wants it any more
 */
export function chunksOf(
  body: ReadableStream<Uint8Array>,
  clock: Clock,
  stall: number,
  signal: AbortSignal,
  onEnd: () => void,
): Chunks {
  const reader = body.getReader();
  /** What was read and not yet taken. */
  const ahead: Uint8Array[] = [];
  const givenUp = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('given up')), { once: true });
  });
  givenUp.catch(() => reader.cancel().catch(() => {}));

  const read = async (): Promise<Uint8Array | null> => {
    const timer = clock.setTimeout(onEnd, stall);
    try {
      const { value } = await Promise.race([reader.read(), givenUp]);
      return value ?? null;
    } catch (error) {
      onEnd();
      throw error;
    } finally {
      timer.cancel();
    }
  };
  const take = async () => ahead.shift() ?? (await read());

  return {
    async peek(count) {
      while (lengthOf(ahead) < count) {
        const chunk = await read();
        if (chunk === null) break;
        ahead.push(chunk);
      }
      return Buffer.concat(ahead);
    },

    async all(most) {
      const chunks: Uint8Array[] = [];
      for (let chunk = await take(); chunk !== null; chunk = await take()) {
        chunks.push(chunk);
        if (lengthOf(chunks) > most) {
          onEnd();
          return null;
        }
      }
      onEnd();
      return new Uint8Array(Buffer.concat(chunks));
    },

    stream(most) {
      let passed = 0;
      return new ReadableStream(
        {
          async pull(controller) {
            const chunk = await take();
            passed += chunk?.byteLength ?? 0;
            if (chunk === null) {
              controller.close();
              onEnd();
            } else if (passed > most) {
              controller.error(new Error('the file is too large'));
              onEnd();
            } else {
              controller.enqueue(chunk);
            }
          },
          cancel: onEnd,
        },
        { highWaterMark: 0 },
      );
    },
  };
}

function lengthOf(chunks: readonly Uint8Array[]): number {
  return chunks.reduce((sum, { byteLength }) => sum + byteLength, 0);
}
