import { describe, expect, test } from 'vitest';
import { preset } from '../../../../../src-main/engine/feeds/presets/ntfy.ts';
import { createResumeMark } from '../../../../../src-main/engine/feeds/resume-mark.ts';
import { feedEvent } from '../../../../support/feed-event.ts';
import { presetFeed, wrongField } from '../../../../support/preset-bench.ts';

const message = {
  id: 'wze9zgqK41',
  time: 1_780_000_000,
  event: 'message',
  topic: 'phil_alerts',
  priority: 5,
  tags: ['warning', 'skull'],
  title: 'Unauthorized access detected',
  message: 'Remote access to phils-laptop detected.\nAct right away.',
  click: 'https://home.example/laptops',
  icon: 'https://home.example/laptop.png',
  attachment: { name: 'camera.jpg', type: 'image/jpeg', url: 'https://ntfy.sh/file/a.jpg' },
};
const alerts = () => presetFeed(preset, { topics: 'phil_alerts' });

describe('ntfy', () => {
  test('is listened to on its own server, by event stream', () => {
    expect(alerts()).toMatchObject({
      name: 'phil_alerts',
      connection: { system: 'sse', url: 'https://ntfy.sh/phil_alerts/sse', silentAfter: 120 },
      secrets: { headers: {} },
    });
  });

  test('or on another, by WebSocket, several topics at once and with a token', () => {
    const typed = { topics: 'a, b  c', server: 'http://10.0.0.2:8080/ntfy/', token: ' tk_x ' };
    expect(presetFeed(preset, { ...typed, transport: 'websocket' })).toMatchObject({
      name: 'a, b, c',
      connection: { system: 'websocket', url: 'ws://10.0.0.2:8080/ntfy/a,b,c/ws' },
      secrets: { headers: { Authorization: 'Bearer tk_x' } },
    });
  });

  test.each([
    [{ topics: '' }, 'topics'],
    [{ topics: 'a/b' }, 'topics'],
    [{ topics: 'x'.repeat(65) }, 'topics'],
    [{ topics: 'a', server: '' }, 'server'],
    [{ topics: 'a', server: 'two words' }, 'server'],
    [{ topics: 'a', server: 'https://user:pass@ntfy.sh' }, 'server'],
    [{ topics: 'a', server: 'https://ntfy.sh/?auth=x' }, 'server'],
    [{ topics: 'a', server: 'ftp://ntfy.sh' }, 'server'],
    [{ topics: 'a', token: 'tk x' }, 'token'],
    [{ topics: 'a', token: 'tk_é' }, 'token'],
  ])('%j: wrong is %s', (values, wrong) => {
    expect(wrongField(preset, values)).toBe(wrong);
  });

  test('a message rings with all that it brings', () => {
    expect(alerts().notice(feedEvent(message))).toMatchObject({
      sourceId: 'key:wze9zgqK41',
      type: 'event',
      createdAt: 1_780_000_000_000,
      heading: 'Unauthorized access detected',
      detail: 'Remote access to phils-laptop detected.\nAct right away.',
      iconUrl: 'https://home.example/laptop.png',
      target: { kind: 'link', url: 'https://home.example/laptops' },
      feed: { urgency: 'critical', group: null },
    });
  });

  test('a message without more rings with its topic, and leads to what is attached', () => {
    const { id, time, event, topic, attachment } = message;
    const bare = { id, time, event, topic, message: 'Hi!', attachment };
    expect(alerts().said(feedEvent(bare))).toEqual(Array(4).fill('phil_alerts | Hi!'));
    expect(alerts().notice(feedEvent(bare)).target).toEqual({
      kind: 'link',
      url: 'https://ntfy.sh/file/a.jpg',
    });
  });

  test.each(['open', 'keepalive', 'poll_request'])('%s rings nothing', (event) => {
    const said = { id: 'x', time: 1_780_000_000, event, topic: 'phil_alerts' };
    expect(alerts().word(feedEvent(said, { name: event })).kind).toBe('filtered');
  });

  test('goes on after the last message, whatever else came', () => {
    const { connection } = alerts();
    if (connection.system !== 'sse' || connection.resume === null) throw new Error('no resume');
    const mark = createResumeMark(connection.resume);
    expect(connection.resume.parameter).toBe('since');
    expect(mark.of(feedEvent(message), '1780000000')).toBe('wze9zgqK41');
    const keepalive = feedEvent({ id: 'x', time: 1, event: 'keepalive', topic: 'a' });
    expect(mark.of(keepalive, 'wze9zgqK41')).toBe('wze9zgqK41');
    // Before there was any message: after the moment at which it was online first.
    const open = feedEvent({ id: 'y', time: 1_780_000_000, event: 'open', topic: 'a' });
    expect(mark.of(open, null)).toBe('1780000000');
    expect(mark.of(keepalive, '1780000000')).toBe('1780000000');
  });
});
