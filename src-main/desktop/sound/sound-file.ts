import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { isAbsolute } from 'node:path';
import { headBytes, isSound } from './sound-format.ts';
import type { SoundFileProblem } from './sound-problem.ts';

/** A sound for notifications is short; in bytes. */
export const largestSound = 10 * 1024 * 1024;

/** What is wrong with a file that is to be played; null = nothing. Never rejects. */
export async function checkSoundFile(path: string): Promise<SoundFileProblem | null> {
  // Windows signs in to the computer that stands in `\\computer\…` as soon as the file is looked for.
  if (!isAbsolute(path) || /^[\\/]{2}/.test(path)) return 'not-local';
  let file: FileHandle | undefined;
  try {
    // Without `O_NONBLOCK` opening a pipe waits until somebody writes to it. Windows has no such flag.
    const { O_RDONLY, O_NONBLOCK = 0 } = constants;
    file = await open(path, O_RDONLY | O_NONBLOCK);
    const stat = await file.stat();
    if (!stat.isFile()) return 'not-a-file';
    if (stat.size > largestSound) return 'too-large';
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return isSound(buffer.subarray(0, bytesRead)) ? null : 'not-a-sound';
  } catch (error) {
    return problemOf(error);
  } finally {
    await file?.close().catch(() => {});
  }
}

function problemOf(error: unknown): SoundFileProblem {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'missing';
  // A socket (ENXIO), and on Windows a folder (EISDIR).
  return code === 'ENXIO' || code === 'EISDIR' ? 'not-a-file' : 'unreadable';
}
