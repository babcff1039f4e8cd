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
  let hasCome = false;
  let since = clock.monotonic();

  for (;;) {
    const next = await reader.read().then(
      ({ value }) => ({ value: value ?? null }),
      (error: unknown) => ({ error }),
    );
    if ('error' in next) return brokenVerdict(next.error);
    // An incomplete last event is discarded.
    if (next.value === null) return { kind: 'retry', reason: 'closed', inGoodOrder: hasCome };
    if (signal.aborted) return { kind: 'retry', reason: 'closed' };
    hasCome = true;
    onAlive();
    const blocks = stream.read(next.value);
    if (stream.retryMs !== null) onRetry(stream.retryMs);
    for (const block of blocks) {
      if (clock.monotonic() - since >= longestStretch) {
        await nextTurn();
        since = clock.monotonic();
      }
      if (signal.aborted) return { kind: 'retry', reason: 'closed' };
      onBlock(block);
    }
    if (stream.isTooLarge) return { kind: 'retry', reason: 'too-large' };
  }
}

/** Of the event loop: timers, windows and other sockets come first. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
