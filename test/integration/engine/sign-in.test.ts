import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type LiveBench, liveBench } from '../../support/live-bench.ts';

let live: LiveBench;

beforeEach(async () => {
  live = await liveBench();
});

afterEach(() => live.end());

describe('signing in through the browser', () => {
  /** What the browser does on the consent page; resolves to the page at which it ends. */
  async function decide(url: string, decision: 'allow' | 'deny'): Promise<string> {
    const answer = await fetch(url, {
      method: 'POST',
      body: new URLSearchParams({ decision }),
      redirect: 'manual',
    });
    const back = answer.headers.get('location');
    return back === null ? answer.text() : (await fetch(back)).text();
  }

  const openedPage = () => live.engine.waitFor(() => live.engine.opened[0]);

  test('ends with the account online, and rings nothing for it', async () => {
    await live.engine.signIn.start(` ${live.named.host.toUpperCase()} `);
    expect(await decide(await openedPage(), 'allow')).toContain('<p>done</p>');
    const [account] = await live.engine.waitFor(() => {
      const all = live.engine.accounts.all();
      return all.length > 0 && all;
    });
    const id = account?.stored.id ?? '';
    expect(id).toBe(`${live.server.account}@${live.named.host}`);
    await live.engine.waitForState(id, 'online');
    await live.engine.waitForBaseline(id);
    // The server raised `createToken`; two seconds later it would say so again.
    await live.mark('after signing in');
    expect(live.titles()).toEqual(['after signing in']);
    expect(live.engine.signIn.state).toEqual({ phase: 'idle' });
  });

  test('asks for what Suzu uses, and the stream takes the token in the header alone', async () => {
    await live.engine.signIn.start(live.named.host);
    const url = new URL(await openedPage());
    expect(url.searchParams.get('permission')).toBe(
      'read:account,read:notifications,write:notifications,write:reactions,write:notes,write:following,write:votes,write:mutes,read:following,read:channels,read:chat',
    );
    await decide(url.href, 'allow');
    const token = await live.engine.waitFor(() => [...live.profile.tokens.values()][0]);
    await live.engine.waitFor(() => live.server.upgrades.length > 0);
    expect(live.server.upgrades[0]).toMatchObject({ url: '/streaming', status: 101 });
    expect(live.server.upgrades[0]?.headers['authorization']).toBe(`Bearer ${token}`);
    expect(live.server.upgrades[0]?.headers['sec-websocket-extensions']).toBeUndefined();
    expect(live.server.requests.map(({ url: path }) => path).join()).not.toContain(token);
    expect(
      JSON.stringify([live.engine.trace, live.engine.log.lines, live.profile.accounts]),
    ).not.toContain(token);
  });

  test('denied, it goes on waiting until it is cancelled', async () => {
    await live.engine.signIn.start(live.named.host);
    await decide(await openedPage(), 'deny');
    expect(live.engine.signIn.state.phase).toBe('waiting');
    live.engine.signIn.cancel();
    expect(live.engine.signIn.state).toEqual({ phase: 'idle' });
    expect(live.engine.accounts.all()).toEqual([]);
  });

  test('on a server that is none, it is told before a browser opens', async () => {
    live.server.answerApiWith('meta', {
      status: 200,
      body: '<!doctype html><title>A shop</title>',
    });
    await live.engine.signIn.start(live.named.host);
    expect(live.engine.signIn.state).toMatchObject({ phase: 'failed', error: 'notMisskey' });
    expect(live.engine.opened).toEqual([]);
  });
});

test('signing out leaves nothing: no token, no line, no socket', async () => {
  const id = await live.online();
  live.server.follow('lukas');
  await live.engine.waitFor(() => live.engine.toasts.length === 1);
  await live.engine.accounts.remove(id);
  expect(live.profile.accounts).toEqual([]);
  expect([...live.profile.tokens]).toEqual([]);
  expect(live.engine.onDisk()).toBe('');
  expect(live.engine.closed).toHaveLength(1);
  while (live.server.connectionCount > 0) {
    await new Promise<void>((resolve) => {
      setImmediate(resolve);
    });
  }
});
