import { describe, expect, test } from 'vitest';
import { pictureWaitMs, ToastRaiser } from '../../../src-main/desktop/toast-raiser.ts';
import type { ToastRequest } from '../../../src-main/engine/notices/toast-requests.ts';
import { fakeClock, settle } from '../../support/fake-clock.ts';

const emoji = 'https://example.social/emoji/blob.webp';
const avatar = 'https://example.social/avatar.webp';

function request(id: string, iconUrls: readonly string[] = []): ToastRequest {
  return {
    id,
    accountId: 'alice@example.social',
    title: id,
    body: '',
    iconUrls,
    target: null,
    sound: null,
    urgency: 'normal',
    answerable: true,
  };
}

function bench() {
  const clock = fakeClock();
  const told: string[] = [];
  const asked: string[] = [];
  const answers = new Map<string, (picture: string | null) => void>();
  const raiser = new ToastRaiser<string>({
    clock,
    picture: (url) => {
      asked.push(url);
      return new Promise((resolve) => {
        answers.set(url, resolve);
      });
    },
    show: ({ id }, picture) => told.push(`show ${id} ${picture}`),
    close: (id) => told.push(`close ${id}`),
    onTakenBack: (id) => told.push(`taken back ${id}`),
  });
  return {
    clock,
    told,
    asked,
    raiser,
    async answer(url: string, picture: string | null) {
      answers.get(url)?.(picture);
      await settle();
    },
  };
}

describe('a toast', () => {
  test('without pictures is shown at once', () => {
    const { raiser, told, clock } = bench();
    raiser.raise(request('a'));
    expect(told).toEqual(['show a null']);
    expect(clock.pending).toBe(0);
  });

  test('waits for its picture', async () => {
    const { raiser, told, answer } = bench();
    raiser.raise(request('a', [emoji]));
    await settle();
    expect(told).toEqual([]);
    await answer(emoji, 'blob');
    expect(told).toEqual(['show a blob']);
  });

  test('takes the best of its pictures that can be had, and asks for no more than it needs', async () => {
    const { raiser, told, asked, answer } = bench();
    raiser.raise(request('a', [emoji, avatar]));
    await answer(emoji, 'blob');
    expect(told).toEqual(['show a blob']);
    expect(asked).toEqual([emoji]);
  });

  test('takes the next picture where the best cannot be had', async () => {
    const { raiser, told, answer } = bench();
    raiser.raise(request('a', [emoji, avatar]));
    await answer(emoji, null);
    await answer(avatar, 'face');
    expect(told).toEqual(['show a face']);
  });

  test('is shown without one where none can be had', async () => {
    const { raiser, told, answer } = bench();
    raiser.raise(request('a', [emoji, avatar]));
    await answer(emoji, null);
    await answer(avatar, null);
    expect(told).toEqual(['show a null']);
  });

  test('does not wait longer than 700 ms, for all its pictures together', async () => {
    const { raiser, told, answer, clock } = bench();
    raiser.raise(request('a', [emoji, avatar]));
    await clock.advance(400);
    await answer(emoji, null);
    await clock.advance(pictureWaitMs - 401);
    expect(told).toEqual([]);
    await clock.advance(1);
    expect(told).toEqual(['show a null']);
    expect(pictureWaitMs).toBe(700);
    await answer(avatar, 'face');
    expect(told).toEqual(['show a null']);
  });

  test('asks for no further picture once its time is up', async () => {
    const { raiser, asked, told, clock } = bench();
    raiser.raise(request('a', [emoji, avatar]));
    await clock.advance(pictureWaitMs);
    expect(told).toEqual(['show a null']);
    expect(asked).toEqual([emoji]);
  });

  test('leaves no timer behind once it is shown', async () => {
    const { raiser, answer, clock } = bench();
    raiser.raise(request('a', [emoji]));
    await answer(emoji, 'blob');
    expect(clock.pending).toBe(0);
  });

  test('whose picture fails in an unforeseen way is shown all the same', async () => {
    const told: string[] = [];
    const raiser = new ToastRaiser<string>({
      clock: fakeClock(),
      picture: () => Promise.reject(new Error('a defect')),
      show: ({ id }, picture) => told.push(`show ${id} ${picture}`),
      close: () => {},
      onTakenBack: () => {},
    });
    raiser.raise(request('a', [emoji]));
    await settle();
    expect(told).toEqual(['show a null']);
  });
});

describe('taking back', () => {
  test('a toast that waits: it never shows', async () => {
    const { raiser, told, answer, clock } = bench();
    raiser.raise(request('a', [emoji]));
    raiser.close('a');
    expect(told).toEqual(['taken back a']);
    await answer(emoji, 'blob');
    await clock.advance(pictureWaitMs);
    expect(told).toEqual(['taken back a']);
  });

  test('a toast that is shown closes it', async () => {
    const { raiser, told, answer } = bench();
    raiser.raise(request('a', [emoji]));
    await answer(emoji, 'blob');
    raiser.close('a');
    expect(told).toEqual(['show a blob', 'close a']);
  });

  test('one leaves the others waiting', async () => {
    const { raiser, told, answer } = bench();
    raiser.raise(request('a', [emoji]));
    raiser.raise(request('b', [avatar]));
    raiser.close('a');
    await answer(avatar, 'face');
    expect(told).toEqual(['taken back a', 'show b face']);
  });

  test('one and raising it again shows it once', async () => {
    const { raiser, told, answer } = bench();
    raiser.raise(request('a', [emoji]));
    raiser.close('a');
    raiser.raise(request('a', [avatar]));
    await answer(emoji, 'blob');
    await answer(avatar, 'face');
    expect(told).toEqual(['taken back a', 'show a face']);
  });
});

test('toasts whose time is up together show in the order they were raised', async () => {
  const { raiser, told, clock } = bench();
  for (const id of ['a', 'b', 'c']) raiser.raise(request(id, [`https://example.social/${id}`]));
  await clock.advance(pictureWaitMs);
  expect(told).toEqual(['show a null', 'show b null', 'show c null']);
});
