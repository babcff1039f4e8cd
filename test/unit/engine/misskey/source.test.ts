import { describe, expect, test } from 'vitest';
import { apiFailure, fakeToken, htmlPage } from '../../../support/fake-api.ts';
import { settle } from '../../../support/fake-clock.ts';
import { goOnline } from '../../../support/fake-misskey.ts';
import { rawMe, rawNotification } from '../../../support/samples.ts';
import { alice, sourceBench } from '../../../support/source-bench.ts';

const lost = { kind: 'closed', code: 1006 } as const;
const notFound = { kind: 'rejected', status: 404, retryAfterMs: null } as const;

describe('who the account is', () => {
  test('is asked after every connect', async () => {
    const { online, mes, sockets, clock, api } = sourceBench();
    await online();
    api.answer('i', () => rawMe({ name: 'Alice anew' }));
    sockets.last.end(lost);
    await clock.advance(2_000);
    goOnline(sockets.last);
    await settle();
    expect(mes.map(({ name }) => name)).toEqual(['Alice', 'Alice anew']);
  });

  test('and when the server says that it changed, never taken from that frame', async () => {
    const { online, mes, main } = sourceBench();
    await online();
    await main('meUpdated', rawMe({ name: 'from the frame', email: 'alice@example.com' }));
    expect(mes.map(({ name }) => name)).toEqual(['Alice', 'Alice']);
  });

  test('is asked again while the server cannot answer', async () => {
    const { online, mes, api, clock } = sourceBench();
    api.answer('i', () => htmlPage(502));
    await online();
    expect(mes).toEqual([]);
    api.answer('i', () => rawMe());
    await clock.advance(4_000);
    expect(mes).toHaveLength(1);
  });

  test('is of no matter once the stream is down', async () => {
    const { online, mes, api, sockets } = sourceBench();
    const release = api.hold('i', () => rawMe());
    await online();
    sockets.last.end(lost);
    release();
    await settle();
    expect(mes).toEqual([]);
  });
});

describe('a foreign answer to the upgrade', () => {
  test('from a server that was never seen to be Misskey is a refusal', async () => {
    const { source, sockets, api } = sourceBench();
    api.answer('meta', () => htmlPage(200));
    source.start();
    sockets.last.end(notFound);
    await settle();
    expect(source.state).toEqual({ name: 'refused', reason: 'not-misskey' });
  });

  test('from one that was online on an earlier run passes', async () => {
    const { source, sockets, api } = sourceBench({ proven: true });
    api.answer('meta', () => htmlPage(200));
    source.start();
    sockets.last.end(notFound);
    await settle();
    expect(source.state).toMatchObject({ name: 'waiting', reason: 'not-misskey' });
  });

  test('from one that was online on this run passes', async () => {
    const { source, sockets, api, online, clock } = sourceBench();
    api.answer('meta', () => htmlPage(200));
    await online();
    sockets.last.end(lost);
    await clock.advance(2_000);
    sockets.last.end(notFound);
    await settle();
    expect(source.state).toMatchObject({ name: 'waiting', reason: 'not-misskey' });
  });
});

describe('the end', () => {
  test('stop leaves no timer, no socket and nothing to be told', async () => {
    const { online, source, watch, api, sockets, clock, told, states, history } = sourceBench();
    history.advance(alice, null);
    const release = api.hold('i/notifications', () => [rawNotification('n1')]);
    await online();
    watch('home');
    source.stop();
    const before = states.length;
    api.answer('i/notifications', () => [rawNotification('n1')]);
    release();
    await settle();
    expect(clock.pending).toBe(0);
    expect(sockets.alive).toBe(0);
    expect(source.state).toBeNull();
    await clock.advance(600_000);
    expect(states).toHaveLength(before);
    expect(told.toasts).toEqual([]);
  });

  test('start tries again after a refusal', async () => {
    const { source, sockets, api, clock } = sourceBench();
    api.answer('i', () => apiFailure(401, 'AUTHENTICATION_FAILED'));
    source.start();
    sockets.last.end({ kind: 'rejected', status: 401, retryAfterMs: null });
    await settle();
    expect(source.state).toEqual({ name: 'refused', reason: 'token-invalid' });
    await clock.advance(2_000);
    source.start();
    goOnline(sockets.last);
    expect(source.state).toEqual({ name: 'online' });
  });
});

test('nudge probes the stream', async () => {
  const { online, source, sockets } = sourceBench();
  await online();
  source.nudge();
  expect(sockets.last.pings).toBe(1);
});

test('whatever goes wrong, the token is in no line of the log, the trace or the history', async () => {
  const { online, watch, api, sockets, main, log, trace, file, clock } = sourceBench();
  api.answer('i', () => htmlPage(500));
  api.answer('i/notifications', () => apiFailure(400, 'INVALID_PARAM'));
  api.answer('notes/timeline', () => {
    throw new Error(`a network that repeats ${fakeToken}`);
  });
  await online();
  watch('home');
  await main('notification', { broken: fakeToken });
  sockets.last.receive(`no JSON ${fakeToken}`);
  await main('notification', rawNotification('n1'));
  sockets.last.end(lost);
  await clock.advance(60_000);
  expect(log.lines.length).toBeGreaterThan(3);
  expect(JSON.stringify([log.lines, trace, file.lines])).not.toContain(fakeToken);
});
