import type { LineFile } from '../../src-main/engine/notices/history-file.ts';

/** A file of lines in memory; what is written survives the object that wrote it, as on a disk. */
export interface FakeLineFile extends LineFile {
  /** What a new start of the app reads. May be changed. */
  lines: string[];
  /** How often everything was written anew. */
  readonly replacements: number;
  /** While set, writing fails so. */
  failure: Error | null;
}

export function fakeLineFile(lines: readonly string[] = []): FakeLineFile {
  let replacements = 0;
  const file: FakeLineFile = {
    lines: [...lines],
    failure: null,
    get replacements() {
      return replacements;
    },
    read: () => [...file.lines],
    append(line) {
      if (file.failure !== null) throw file.failure;
      file.lines.push(line);
    },
    size: () => file.lines.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0),
    replace(all) {
      if (file.failure !== null) throw file.failure;
      replacements += 1;
      file.lines = [...all];
    },
  };
  return file;
}
