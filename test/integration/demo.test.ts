import { afterEach, expect, test } from 'vitest';
import { Demo } from '../../src-main/demo/demo.ts';
import { callApi, demoPictures } from '../support/demo.ts';

const demo = new Demo(demoPictures);
afterEach(() => demo.stop());

test('starts when asked, and gives access to its account', async () => {
  const { origin, token } = await demo.start();
  expect(origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  const { status, body } = await callApi(origin, 'i', {}, token);
  expect(status).toBe(200);
  expect(body).toMatchObject({ username: expect.any(String) });
});

test('is started once: who asks again gets the same server', async () => {
  const both = await Promise.all([demo.start(), demo.start()]);
  const third = await demo.start();
  expect(new Set([...both, third].map(({ origin }) => origin)).size).toBe(1);
  for (const { origin, token } of [...both, third]) {
    expect((await callApi(origin, 'i', {}, token)).status).toBe(200);
  }
});

test('stopped, it answers no longer; stopping what never ran is harmless', async () => {
  await new Demo(demoPictures).stop();
  const { origin, token } = await demo.start();
  await demo.stop();
  await expect(callApi(origin, 'i', {}, token)).rejects.toThrow();
});
