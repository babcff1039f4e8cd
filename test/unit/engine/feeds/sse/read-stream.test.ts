import { expect, test } from 'vitest';
import { readStream } from '../../../../../src-main/engine/feeds/sse/read-stream.ts';
import { fakeClock } from '../../../../support/fake-clock.ts';

test('what the taker of an event throws is not taken for the end of the stream', async () => {
  const abort = new AbortController();
  const body = new Response('data: a\n\n').body;
  if (body === null) throw new Error('there is no body');
  const reading = readStream(body, {
    clock: fakeClock(),
    signal: abort.signal,
    onAlive: () => {},
    onBlock: () => {
      throw new RangeError('of the taker');
    },
    onRetry: () => {},
  });
  await expect(reading).rejects.toThrow('of the taker');
});
