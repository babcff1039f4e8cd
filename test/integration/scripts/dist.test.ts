import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashOf, linkTree, makeFolderAtomically } from '../../../scripts/lib/electron/dist.mjs';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'suzu-dist-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

describe('a folder made in one step', () => {
  it('is there when it is filled, in the place of what was there before', async () => {
    const folder = join(root, 'electron');
    await mkdir(folder);
    await writeFile(join(folder, 'old'), '');
    await makeFolderAtomically(folder, async (temporary) => {
      await writeFile(join(temporary, 'new'), '');
      expect(await readdir(folder)).toEqual(['old']);
    });
    expect(await readdir(folder)).toEqual(['new']);
    expect(await readdir(root)).toEqual(['electron']);
  });

  it('leaves nothing behind, and what was there alone, when filling fails', async () => {
    const folder = join(root, 'electron');
    await mkdir(folder);
    const failing = makeFolderAtomically(folder, async (temporary) => {
      await writeFile(join(temporary, 'half'), '');
      throw new Error('no space');
    });
    await expect(failing).rejects.toThrow('no space');
    expect(await readdir(root)).toEqual(['electron']);
  });

  it('clears what a killed run left, but not what another is making', async () => {
    await mkdir(join(root, '.electron-999999999-abc'));
    await mkdir(join(root, `.electron-${process.pid}-def`));
    await makeFolderAtomically(join(root, 'electron'), async () => {});
    expect((await readdir(root)).sort()).toEqual([`.electron-${process.pid}-def`, 'electron']);
  });
});

describe('a linked tree', () => {
  it('has every file of the original', async () => {
    const [from, to] = [join(root, 'from'), join(root, 'to')];
    await mkdir(join(from, 'locales'), { recursive: true });
    await mkdir(to);
    await writeFile(join(from, 'electron'), 'program');
    await writeFile(join(from, 'locales/ja.pak'), 'words');
    await linkTree(from, to);
    expect(await readFile(join(to, 'electron'), 'utf8')).toBe('program');
    expect(await readFile(join(to, 'locales/ja.pak'), 'utf8')).toBe('words');
  });
});

it('hashes a file', async () => {
  const file = join(root, 'abc');
  await writeFile(file, 'abc');
  expect(await hashOf(file, 'sha256', 'hex')).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});
