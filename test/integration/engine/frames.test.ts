import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type LiveBench, liveBench } from '../../support/live-bench.ts';

let live: LiveBench;

beforeEach(async () => {
  live = await liveBench();
});

afterEach(() => live.end());

describe('frames that nobody could want', () => {
  test('garbage is dropped, and the stream stays', async () => {
    const accountId = await live.online();
    const garbage = [
      'pong',
      '',
      'null',
      '[]',
      '{"type":',
      '{"type":"channel"}',
      '{"type":"channel","body":{"id":7}}',
      '{"type":"channel","body":{"id":"main-1","type":"notification","body":{"id":"x"}}}',
      '{"type":"channel","body":{"id":"nobody","type":"notification","body":{}}}',
      `{"type":"x","body":${'['.repeat(10_000)}${']'.repeat(10_000)}}`,
    ];
    for (const text of garbage) live.server.sendRaw(text);
    live.server.sendRaw(Buffer.from([0, 1, 2, 255]));
    await live.mark('after the garbage');
    expect(live.titles()).toEqual(['after the garbage']);
    expect(live.engine.accounts.get(accountId)?.state).toEqual({ name: 'online' });
    expect(live.server.upgrades).toHaveLength(1);
  });

  test('20 MB end the socket, and what came meanwhile is caught up', async () => {
    const accountId = await live.online();
    live.server.sendRaw(`{"type":"x","body":"${'x'.repeat(20 * 1024 * 1024)}"}`);
    await live.engine.waitForState(accountId, 'waiting');
    live.server.app('mark', 'while it was away');
    await live.engine.waitFor(() => live.titles().includes('while it was away'));
    expect(live.engine.accounts.get(accountId)?.state).toEqual({ name: 'online' });
    expect(live.server.upgrades).toHaveLength(2);
  });
});
