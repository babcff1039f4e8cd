import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { Life } from './main.ts';

/** A line of the trace, as far as a test reads it; the first line of a life tells whether it could open. */
export interface TraceLine {
  readonly at: string;
  readonly id?: string;
  readonly isReadable?: boolean;
}

/** Bundles the engine's program into a folder, and returns where it is. */
export async function buildKilledEngine(folder: string): Promise<string> {
  await build({
    configFile: false,
    root: fileURLToPath(new URL('.', import.meta.url)),
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      ssr: fileURLToPath(new URL('main.ts', import.meta.url)),
      outDir: folder,
      emptyOutDir: false,
      target: 'node20',
      rollupOptions: {
        output: { format: 'cjs', entryFileNames: 'engine.cjs', codeSplitting: false },
      },
    },
  });
  return join(folder, 'engine.cjs');
}

/** A process of the engine that has started and waits for its life. */
export class KilledEngine {
  readonly #process: ChildProcess;
  /** Everything that the process told before it was gone. */
  readonly lines: TraceLine[] = [];
  readonly #ended: Promise<unknown>;
  #onLine: () => void = () => {};
  #complaint = '';

  constructor(program: string) {
    this.#process = spawn(process.execPath, [program], { stdio: 'pipe' });
    this.#ended = once(this.#process, 'close');
    this.#process.stderr?.on('data', (data) => {
      this.#complaint += String(data);
    });
    if (this.#process.stdout === null) throw new Error('the engine has no stdout');
    createInterface({ input: this.#process.stdout }).on('line', (line) => {
      // A kill may cut the last line; what it told was not told.
      const whole = parsed(line);
      if (whole !== null) this.lines.push(whole);
      this.#onLine();
    });
  }

  /** Lets it run until it has told so many lines, or half a second more; then kills it. */
  async liveAndDie(life: Life, lines: number): Promise<void> {
    this.#process.stdin?.write(`${JSON.stringify(life)}\n`);
    await Promise.race([
      this.#ended,
      new Promise<void>((resolve) => {
        const look = () => this.lines.length >= lines && resolve();
        this.#onLine = look;
        look();
      }),
    ]);
    if (this.#process.exitCode !== null) throw new Error(`the engine ended: ${this.#complaint}`);
    await this.kill();
  }

  /** Nothing of it runs when this resolves, and everything that it told is in `lines`. */
  async kill(): Promise<void> {
    this.#process.kill('SIGKILL');
    await this.#ended;
  }
}

function parsed(line: string): TraceLine | null {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
