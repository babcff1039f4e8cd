import { describe, expect, it } from 'vitest';
import { runProgram } from '../../../scripts/lib/run.mjs';

const node = (script: string) => [process.execPath, '-e', script] as const;

describe.each([false, true])('a program that runs apart from the terminal: %s', (apart) => {
  it('gives its exit code', async () => {
    expect(await runProgram(node('process.exit(7)'), { apart })).toBe(7);
  });

  it('gives the code of the signal that ended it', async () => {
    const code = await runProgram(node("process.kill(process.pid, 'SIGKILL')"), { apart });
    expect(code).toBe(137);
  });

  it('gets a signal that this process gets, once however often npm and the terminal send it', async () => {
    const waits = "process.once('SIGTERM', () => process.exit(5)); setInterval(() => {}, 1000);";
    const passed: unknown[] = [];
    const code = await runProgram(node(`${waits} process.stdout.write('ready');`), {
      apart,
      stdio: ['ignore', 'pipe', 'inherit'],
      onStart(child) {
        const kill = child.kill.bind(child);
        child.kill = (signal) => {
          passed.push(signal);
          return kill(signal);
        };
        child.stdout?.once('data', () => {
          process.emit('SIGTERM', 'SIGTERM');
          process.emit('SIGTERM', 'SIGTERM');
        });
      },
    });
    expect(code).toBe(5);
    expect(passed).toEqual(['SIGTERM']);
  });
});

it('says which program cannot be started', async () => {
  await expect(runProgram(['suzu-no-such-program'])).rejects.toThrow(
    'suzu-no-such-program could not be started',
  );
});
