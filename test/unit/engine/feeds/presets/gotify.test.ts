import { describe, expect, test } from 'vitest';
import { preset } from '../../../../../src-main/engine/feeds/presets/gotify.ts';
import { feedEvent } from '../../../../support/feed-event.ts';
import { presetFeed, wrongField } from '../../../../support/preset-bench.ts';

const message = {
  id: 25,
  appid: 5,
  message: '**Backup** was successfully finished.',
  title: 'Backup',
  priority: 5,
  extras: {
    'client::display': { contentType: 'text/markdown' },
    'client::notification': {
      click: { url: 'https://backup.example/25' },
      bigImageUrl: 'https://backup.example/25.png',
    },
  },
  date: '2026-05-27T19:36:10.5045044+01:00',
};
const gotify = () => presetFeed(preset, { server: 'gotify.example', token: 'C25iT7U7E1xlzSk' });

describe('Gotify', () => {
  test('is listened to by WebSocket, with the token in its header', () => {
    expect(gotify()).toMatchObject({
      name: 'gotify.example',
      connection: { system: 'websocket', url: 'wss://gotify.example/stream' },
      secrets: { headers: { 'X-Gotify-Key': 'C25iT7U7E1xlzSk' } },
    });
  });

  test.each([
    [{ server: '', token: 'C1' }, 'server'],
    [{ server: 'gotify.example', token: '' }, 'token'],
  ])('%j: wrong is %s', (values, wrong) => {
    expect(wrongField(preset, values)).toBe(wrong);
  });

  test('a message rings', () => {
    expect(gotify().notice(feedEvent(message))).toMatchObject({
      sourceId: 'key:25',
      createdAt: Date.UTC(2026, 4, 27, 18, 36, 10, 504),
      heading: 'Backup',
      detail: '**Backup** was successfully finished.',
      iconUrl: 'https://backup.example/25.png',
      target: { kind: 'link', url: 'https://backup.example/25' },
    });
  });

  test.each([
    [0, 'low'],
    [3, 'low'],
    [4, 'normal'],
    [7, 'normal'],
    [8, 'critical'],
    [10, 'critical'],
  ])('priority %i is %s', (priority, urgency) => {
    expect(gotify().notice(feedEvent({ ...message, priority })).feed?.urgency).toBe(urgency);
  });
});
