import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import * as v from 'valibot';
import type { Log } from '../engine/log.ts';
import type { Commands } from './commands/commands.ts';
import type { Calls } from './contract.ts';
import { payloads } from './payloads.ts';

export interface HandlersOptions {
  readonly commands: Commands;
  /** Whether the caller is the main frame of Suzu's own window, showing Suzu's own page. */
  readonly isTrusted: (event: IpcMainInvokeEvent) => boolean;
  readonly log: Log;
}

/** Answers the window's calls, each on the channel `suzu:<name>`, after checking who asks and what. */
export function handleCalls({ commands, isTrusted, log }: HandlersOptions): void {
  const handle = <Name extends keyof Calls>(name: Name) => {
    ipcMain.handle(`suzu:${name}`, (event, ...payload: unknown[]) => {
      if (!isTrusted(event)) {
        log.warn('ipc: a call from elsewhere was refused', { name });
        throw new Error(`${name}: not for this sender`);
      }
      const parsed = v.safeParse(payloads[name], payload);
      if (!parsed.success) {
        log.warn('ipc: a call with a wrong payload was refused', { name });
        throw new Error(`${name}: wrong payload`);
      }
      return commands[name](...parsed.output);
    });
  };
  for (const name of Object.keys(payloads)) {
    if (isCallName(name)) handle(name);
  }
}

function isCallName(name: string): name is keyof Calls {
  return Object.hasOwn(payloads, name);
}
