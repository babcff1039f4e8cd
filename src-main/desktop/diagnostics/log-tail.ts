import { open } from 'node:fs/promises';
import { parseLogLine } from './log-line.ts';

/** The end of a file is enough, and a log full of long lines is not to be read whole. */
const tailBytes = 64 * 1024;
const mostLines = 60;

/** The newest warnings and errors of a log, the oldest first. Never rejects: a log that cannot be read has none. */
export async function logTail(path: string): Promise<readonly string[]> {
  try {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      const length = Math.min(size, tailBytes);
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, size - length);
      return warningsIn(buffer.toString('utf8', 0, bytesRead));
    } finally {
      await file.close();
    }
  } catch {
    return [];
  }
}

function warningsIn(text: string): readonly string[] {
  return text
    .split('\n')
    .flatMap((line) => {
      const parsed = parseLogLine(line);
      return parsed === null || parsed.level === 'info' ? [] : [parsed.text];
    })
    .slice(-mostLines);
}
