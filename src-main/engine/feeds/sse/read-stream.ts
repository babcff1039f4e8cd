import { longestStretch } from '../../streaming/breather.ts';
import type { Clock } from '../../streaming/clock.ts';
import type { Verdict } from '../../streaming/verdict.ts';
import { createEventStream, type StreamBlock } from './event-stream.ts';
import { brokenVerdict } from './verdicts.ts';

export interface StreamReader {
  readonly clock: Clock;
  /** Once it is aborted nothing is called any more. */
  readonly signal: AbortSignal;
  /** Something came. */
  readonly onAlive: () => void;
  readonly onBlock: (block: StreamBlock) => void;
  /** See `EventStream`. */
  readonly onRetry: (ms: number) => void;
}

/**
 * Reads a stream to its end, and tells what the end means. No more is taken from the server than was handled,
 * and a server that sends without pause lets the others have their turn. Rejects with what `onBlock` throws.
 */
export async function readStream(
  body: ReadableStream<Uint8Array>,
  { clock, signal, onAlive, onBlock, onRetry }: StreamReader,
): Promise<Verdict> {
  const stream = createEventStream();
  const reader = body.getReader();
  const rest = createRest(clock);
  let hasCome = false;
  const handOn = async (blocks: readonly StreamBlock[]) => {
    for (const block of blocks) {
      if (rest.isDue()) await rest.take();
      if (signal.aborted) return;
      onBlock(block);
    }
  };

  for (;;) {
    const next = await readNext(reader);
    if (rest.isDue()) await rest.take();
    if (signal.aborted) return stopped;
    // An incomplete last event is discarded.
    if (next === null) return { ...stopped, inGoodOrder: hasCome };
    if (!(next instanceof Uint8Array)) return next;
    hasCome = true;
    onAlive();
    const blocks = stream.read(next);
    if (stream.retryMs !== null) onRetry(stream.retryMs);
    await handOn(blocks);
    if (stream.isTooLarge) return { kind: 'retry', reason: 'too-large' };
  }
}

const stopped = { kind: 'retry', reason: 'closed' } as const;

/** Null at the end of the body; a verdict where it broke off. */
async function readNext(
  reader: ReadableStreamDefaultReader<Uint8Array>,
): Promise<Uint8Array | Verdict | null> {
  try {
    return (await reader.read()).value ?? null;
  } catch (error) {
    return brokenVerdict(error);
  }
}

/** Lets timers, windows and other sockets in after each stretch of work. */
function createRest({ monotonic }: Clock) {
  let since = monotonic();
  return {
    isDue: () => monotonic() - since >= longestStretch,
    async take(): Promise<void> {
      await new Promise<void>((resolve) => {
        setImmediate(resolve);
      });
      since = monotonic();
    },
  };
}
