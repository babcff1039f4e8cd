import { describe, expect, it } from 'vitest';
import { inWords, readTraceLine } from '../../../scripts/lib/demo-words.mjs';

const say = (line: object) => {
  const read = readTraceLine(JSON.stringify({ t: 12_345.6, ...line }));
  return read === undefined ? undefined : inWords(read);
};

describe('the trace in words', () => {
  it('says a toast with its words on one line', () => {
    expect(
      say({ at: 'toast', id: '1', result: 'shown', title: 'Alice reacted', body: 'to\n  this' }),
    ).toBe('   12.3 s  Toast     shown  Alice reacted — to this');
  });

  it('says why something failed or waits', () => {
    expect(
      say({ at: 'toast', id: '1', result: 'failed', title: 'A', body: '', reason: 'why' }),
    ).toBe('   12.3 s  Toast     failed (why)  A');
    expect(say({ at: 'stream', account: 'a', state: 'refused', reason: 'token' })).toBe(
      '   12.3 s  Stream    refused (token)',
    );
    expect(say({ at: 'decision', id: '1', decision: 'held', reason: 'paused' })).toBe(
      '   12.3 s  Notice    held (paused)',
    );
  });

  it('tells feeds from accounts, which ask for more', () => {
    const online = { at: 'stream', state: 'subscribing' };
    expect(say({ ...online, account: 'feed-abcd1234' })).toBe('   12.3 s  Feed      connected');
    expect(say({ ...online, account: 'a' })).toBe(
      '   12.3 s  Stream    connected; asking for the account’s events …',
    );
  });

  it('says what happens to the timeline', () => {
    expect(
      say({ at: 'timeline', account: 'a', timeline: 'home', change: 'insert', note: 'n' }),
    ).toBe('   12.3 s  Timeline  a new note (home)');
  });

  it('leaves out what another line says better', () => {
    expect(say({ at: 'notice', account: 'a', id: '1', type: 'follow' })).toBeUndefined();
    expect(say({ at: 'decision', id: '1', decision: 'shown', reason: 'new' })).toBeUndefined();
  });

  it('says nothing of lines that it does not know', () => {
    expect(say({ at: 'constructor' })).toBeUndefined();
    expect(readTraceLine('Chromium says hello')).toBeUndefined();
    expect(readTraceLine('null')).toBeUndefined();
    expect(readTraceLine('{"at":"toast"}')).toBeUndefined();
  });
});
