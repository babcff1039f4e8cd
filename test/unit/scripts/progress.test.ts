import { describe, expect, it } from 'vitest';
import { startProgress } from '../../../scripts/lib/progress.mjs';

function setUp(isTTY: boolean) {
  let now = 0;
  const written: string[] = [];
  const stream = { isTTY, write: (text: string) => written.push(text) > 0 };
  const progress = startProgress({ label: 'Electron', totalBytes: 100e6, stream, now: () => now });
  const updateAt = (ms: number, bytes: number) => {
    now = ms;
    progress.update(bytes);
  };
  return { written, updateAt, end: () => progress.end() };
}

describe('progress of a download', () => {
  it('writes a line every few seconds where there is no terminal', () => {
    const { written, updateAt, end } = setUp(false);
    updateAt(0, 0);
    updateAt(4999, 40e6);
    updateAt(5000, 50e6);
    end();
    expect(written).toEqual(['Electron: 0 % (0 of 100 MB)\n', 'Electron: 50 % (50 of 100 MB)\n']);
  });

  it('updates one line of a terminal, and clears it at the end', () => {
    const { written, updateAt, end } = setUp(true);
    updateAt(0, 1e6);
    updateAt(199, 2e6);
    updateAt(200, 3e6);
    end();
    expect(written).toEqual([
      '\rElectron: 1 % (1 of 100 MB)',
      '\rElectron: 3 % (3 of 100 MB)',
      '\r\u001b[K',
    ]);
  });

  it('never claims more than everything', () => {
    const { written, updateAt } = setUp(false);
    updateAt(0, 120e6);
    expect(written).toEqual(['Electron: 100 % (120 of 100 MB)\n']);
  });
});
