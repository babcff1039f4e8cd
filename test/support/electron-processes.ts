import { readdirSync, readFileSync } from 'node:fs';

/** A live process of an Electron app. */
export interface ElectronProcess {
  readonly pid: number;
  /** Chromium's `--type`, such as `renderer`, `gpu-process`, `utility` or `zygote`; `main` for the main one. */
  readonly type: string;
}

/** The process and everything below it that lives now, from /proc. */
export function electronProcesses(mainPid: number): readonly ElectronProcess[] {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => [Number(name), parentOf(Number(name))]),
  );
  const below = (pid: number): number[] => [
    pid,
    ...[...parents].filter(([, parent]) => parent === pid).flatMap(([child]) => below(child)),
  ];
  return below(mainPid).flatMap((pid) => {
    const command = readOrEmpty(pid, 'cmdline');
    // A process that has ended but was not yet waited for has no command line.
    if (command === '') return [];
    return [{ pid, type: /--type=([\w-]+)/.exec(command)?.[1] ?? 'main' }];
  });
}

function parentOf(pid: number): number | null {
  // The second field is the program's name in brackets, which may itself hold brackets and spaces.
  const afterName = readOrEmpty(pid, 'stat').split(')').at(-1);
  const parent = afterName?.trim().split(' ')[1];
  return parent === undefined ? null : Number(parent);
}

function readOrEmpty(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
