import { Variant } from '@particle/dbus-next/lib/variant.js';
import { expect, test } from 'vitest';
import {
  type Bitmap,
  notifyBody,
  rgbaOf,
} from '../../../../src-main/desktop/toasts/freedesktop-notify.ts';
import type { ReadyService } from '../../../../src-main/desktop/toasts/notification-service.ts';
import type { Toast } from '../../../../src-main/desktop/toasts/toast.ts';

const plain: ReadyService = {
  kind: 'ready',
  owner: ':1.1',
  bodyIsMarkup: false,
  hasActions: false,
  hasInlineReply: false,
  hasSound: false,
};
const able: ReadyService = { ...plain, bodyIsMarkup: true, hasActions: true };
const plasma: ReadyService = { ...able, hasInlineReply: true };

const toast: Toast = { id: 'n1', title: 'A <b>', body: 'a < b', icon: null };
const withReply: Toast = {
  ...toast,
  actions: [
    { id: 'reply', label: 'Reply', typed: { placeholder: 'Write…', submit: 'Send' } },
    { id: 'react', label: 'React 👍' },
  ],
};

/** The hints with their D-Bus types. */
function hintsOf(body: readonly unknown[]): Record<string, readonly [string, unknown]> {
  const hints = body[6];
  if (typeof hints !== 'object' || hints === null) throw new Error('no hints');
  return Object.fromEntries(
    Object.entries(hints).map(([key, value]) => {
      if (!(value instanceof Variant)) throw new Error(`${key} has no type`);
      return [key, [value.signature, value.value]];
    }),
  );
}

test('a service that can do little gets words alone', () => {
  expect(notifyBody(withReply, plain, 0, 'Open').toSpliced(6, 1)).toEqual([
    'Suzu',
    0,
    '',
    'A <b>',
    'a < b',
    [],
    -1,
  ]);
});

test('the body is escaped where it is markup, the title never', () => {
  expect(notifyBody(toast, able, 0, 'Open').slice(3, 5)).toEqual(['A <b>', 'a &lt; b']);
});

test('it names the toast whose place it takes', () => {
  expect(notifyBody(toast, plain, 7, 'Open')[1]).toBe(7);
});

test('buttons come after the click, each with its key', () => {
  const body = notifyBody(withReply, able, 0, 'Open');
  expect(body[5]).toEqual(['default', 'Open', 'reply', 'Reply', 'react', 'React 👍']);
  expect(hintsOf(body)).not.toHaveProperty('x-kde-reply-placeholder-text');
});

test('where an answer can be typed on the toast it is, with the words for it', () => {
  const body = notifyBody(withReply, plasma, 0, 'Open');
  expect(body[5]).toEqual(['default', 'Open', 'inline-reply', 'Reply', 'react', 'React 👍']);
  expect(hintsOf(body)).toMatchObject({
    'x-kde-reply-placeholder-text': ['s', 'Write…'],
    'x-kde-reply-submit-button-text': ['s', 'Send'],
  });
});

test('hints say whose it is and what it is about', () => {
  expect(hintsOf(notifyBody(toast, plain, 0, 'Open'))).toEqual({
    'desktop-entry': ['s', 'suzu'],
    urgency: ['y', 1],
  });
  const loud: Toast = { ...toast, urgency: 'critical', silent: true, category: 'im.received' };
  expect(hintsOf(notifyBody(loud, plain, 0, 'Open'))).toMatchObject({
    urgency: ['y', 2],
    category: ['s', 'im.received'],
    'suppress-sound': ['b', true],
  });
});

test('a service that has sounds is told which one, unless the toast is silent', () => {
  const loud: ReadyService = { ...plain, hasSound: true };
  expect(hintsOf(notifyBody(toast, loud, 0, 'Open'))).toHaveProperty('sound-name', [
    's',
    'message-new-instant',
  ]);
  const silent = hintsOf(notifyBody({ ...toast, silent: true }, loud, 0, 'Open'));
  expect(silent).toHaveProperty('suppress-sound', ['b', true]);
  expect(silent).not.toHaveProperty('sound-name');
});

test('what is of no use later is said to be', () => {
  const sample: Toast = { ...toast, transient: true };
  expect(hintsOf(notifyBody(sample, plain, 0, 'Open'))).toHaveProperty('transient', ['b', true]);
});

/** Plays Electron's NativeImage, which keeps its shape when one side is given. */
function bitmap(width: number, height: number, pixels = Buffer.alloc(width * height * 4)): Bitmap {
  return {
    isEmpty: () => width * height === 0,
    getSize: () => ({ width, height }),
    toBitmap: () => pixels,
    resize: ({ width: wide, height: high }) =>
      wide === undefined
        ? bitmap((width * (high ?? 0)) / height, high ?? 0)
        : bitmap(wide, (height * wide) / width),
  };
}

function pictureOf(icon: Bitmap) {
  return hintsOf(notifyBody({ ...toast, icon }, plain, 0, 'Open'))['image-data'];
}

test('a picture is sent as the specification has it', () => {
  const icon = bitmap(2, 1, Buffer.from([10, 20, 30, 255, 0, 0, 0, 0]));
  const [type, value] = pictureOf(icon) ?? [];
  expect(type).toBe('(iiibiiay)');
  expect(value).toEqual([2, 1, 8, true, 8, 4, Buffer.from([30, 20, 10, 255, 0, 0, 0, 0])]);
});

test.each([
  [200, 100, 64, 32],
  [100, 200, 32, 64],
  [64, 64, 64, 64],
])('a picture of %i × %i is sent as %i × %i', (width, height, ...sent) => {
  const [, value] = pictureOf(bitmap(width, height)) ?? [];
  if (!Array.isArray(value)) throw new Error('no picture');
  expect(value.slice(0, 3)).toEqual([...sent, (sent[0] ?? 0) * 4]);
});

test('an empty picture is none', () => {
  expect(pictureOf(bitmap(0, 0))).toBeUndefined();
});

test('colours are no longer multiplied with how opaque they are', () => {
  expect([...rgbaOf(Uint8Array.of(64, 32, 128, 128))]).toEqual([255, 64, 128, 128]);
  // Rounding in whatever made the picture must not wrap a colour around.
  expect([...rgbaOf(Uint8Array.of(2, 2, 2, 1))]).toEqual([255, 255, 255, 1]);
});
