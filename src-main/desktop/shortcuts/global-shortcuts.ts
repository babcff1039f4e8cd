import type { Log } from '../../engine/log.ts';
import type { Shortcuts } from '../../engine/settings/settings.ts';
import { parseAccelerator } from './accelerator.ts';

export type ShortcutName = keyof Shortcuts;

/** Why a shortcut is not in effect. */
export type ShortcutProblem =
  /** It is no shortcut, or one that would take a key from everyone who types. */
  | 'malformed'
  /** Another program, or the desktop itself, has it. */
  | 'taken'
  /** Suzu's other one is the same. */
  | 'twice';

/** What Electron's `globalShortcut` offers. */
export interface Registry {
  /** @throws on what is no accelerator. */
  register(accelerator: string, onPress: () => void): boolean;
  unregister(accelerator: string): void;
}

export interface GlobalShortcutsOptions {
  readonly registry: Registry;
  readonly actions: Readonly<Record<ShortcutName, () => void>>;
  readonly log: Log;
}

const names: readonly ShortcutName[] = ['toggleWindow', 'snooze'];

/** Shortcuts that work whichever program has the focus. */
export class GlobalShortcuts {
  readonly #options: GlobalShortcutsOptions;
  readonly #registered = new Map<ShortcutName, string>();
  readonly #problems = new Map<ShortcutName, ShortcutProblem>();

  constructor(options: GlobalShortcutsOptions) {
    this.#options = options;
  }

  /** Those that were wanted and are not in effect. */
  get problems(): ReadonlyMap<ShortcutName, ShortcutProblem> {
    return this.#problems;
  }

  /** Brings all into effect, at a start and after an import; what cannot be is in `problems` then. */
  applyAll(wanted: Shortcuts): void {
    if (this.#problems.size === 0 && names.every((name) => this.#has(name, wanted[name]))) return;
    this.stop();
    for (const name of names) {
      const problem = this.#take(name, wanted[name]);
      if (problem !== null) this.#problems.set(name, problem);
    }
  }

  /** Changes one; null takes it away. Where that is not possible the old one stays in effect. */
  change(name: ShortcutName, wanted: string | null): ShortcutProblem | null {
    const before = this.#registered.get(name);
    if (wanted !== null && before !== undefined && parseAccelerator(wanted) === before) return null;
    const problem = this.#take(name, wanted);
    if (problem !== null) return problem;
    if (before !== undefined) this.#options.registry.unregister(before);
    this.#problems.delete(name);
    return null;
  }

  /** Gives all of them back. */
  stop(): void {
    for (const accelerator of this.#registered.values()) {
      this.#options.registry.unregister(accelerator);
    }
    this.#registered.clear();
    this.#problems.clear();
  }

  #has(name: ShortcutName, wanted: string | null): boolean {
    const held = this.#registered.get(name);
    return wanted === null ? held === undefined : held === parseAccelerator(wanted);
  }

  #take(name: ShortcutName, wanted: string | null): ShortcutProblem | null {
    if (wanted === null) {
      this.#registered.delete(name);
      return null;
    }
    const accelerator = parseAccelerator(wanted);
    if (accelerator === null) return 'malformed';
    if ([...this.#registered.values()].includes(accelerator)) return 'twice';
    try {
      const { registry, actions } = this.#options;
      if (!registry.register(accelerator, () => actions[name]())) return 'taken';
    } catch (error) {
      this.#options.log.warn('shortcuts: not understood', { accelerator, error: String(error) });
      return 'malformed';
    }
    this.#registered.set(name, accelerator);
    return null;
  }
}
