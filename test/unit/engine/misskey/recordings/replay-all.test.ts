import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const here = new URL('.', import.meta.url);
const captures = readdirSync(new URL('../../../../captures', here))
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.replace('.json', ''));
const replays = readdirSync(here)
  .filter(
    (file) => /^replay-.*\.ts$|^replay\.test\.ts$/.test(file) && file !== 'replay-all.test.ts',
  )
  .map((file) => readFileSync(new URL(file, here), 'utf8'))
  .join('\n');

test.each(captures)('%s is replayed', (name) => {
  expect(replays).toContain(`'${name}`);
});
