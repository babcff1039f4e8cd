import { expect, test } from 'vitest';
import { runLines } from '../../../../src-main/desktop/surroundings/do-not-disturb/run-lines.ts';

/** Runs a program up to its end. */
function lines(program: string, args: readonly string[]): Promise<readonly string[]> {
  const told: string[] = [];
  return new Promise((resolve) => {
    runLines(program, args, { onLine: (line) => told.push(line), onEnd: () => resolve(told) });
  });
}

test('each line is told, and then the end', async () => {
  expect(await lines('printf', ['a\\nb c\\n'])).toEqual(['a', 'b c']);
});

test('a program that is not there ends at once', async () => {
  expect(await lines('no-such-program-anywhere', [])).toEqual([]);
});

test('one that cannot even be asked to start ends, too', async () => {
  expect(await lines('printf', ['\0'])).toEqual([]);
});

test('it can be ended', async () => {
  await new Promise<void>((resolve) => {
    const end = runLines('sleep', ['600'], { onLine() {}, onEnd: resolve });
    end();
  });
});
