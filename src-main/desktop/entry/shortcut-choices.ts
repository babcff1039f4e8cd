import type { CallResult, DesktopView, ShortcutName } from '../../ipc/contract.ts';
import { type EntryOptions, failed, keepSettings } from './entry-options.ts';
import { spokenKeys, wordShortcutProblem } from './words.ts';

const names: readonly ShortcutName[] = ['toggleWindow', 'snooze'];
const bannerOf = (name: ShortcutName) => `shortcut-${name}`;

/** The shortcuts that the user chose, and what to say of those that do not work. */
export class ShortcutChoices {
  readonly #options: EntryOptions;

  constructor(options: EntryOptions) {
    this.#options = options;
  }

  /** Brings those of the settings into effect. What was lost since is told: nobody looks by themselves. */
  apply(): void {
    const { shortcuts, settings, messages, setBanner, removeBanner, onChange } = this.#options;
    const wanted = settings().shortcuts;
    shortcuts.applyAll(wanted);
    for (const name of names) {
      const keys = wanted[name];
      const id = bannerOf(name);
      const problem = shortcuts.problems.get(name);
      if (keys === null || problem === undefined) removeBanner(id);
      else {
        const { lost, names: called } = messages().entry.shortcut;
        const text =
          problem === 'taken'
            ? lost(called[name], spokenKeys(keys))
            : wordShortcutProblem(problem, keys, messages());
        setBanner({ id, severity: 'warning', text, settingsPage: 'shortcuts' });
      }
    }
    onChange();
  }

  /** Brings one into effect and keeps it; where it does not work the old one stays. */
  choose(name: ShortcutName, accelerator: string | null): CallResult {
    const { shortcuts, settings, messages, removeBanner } = this.#options;
    const problem = shortcuts.change(name, accelerator);
    if (problem !== null) {
      return failed(wordShortcutProblem(problem, accelerator ?? '', messages()));
    }
    removeBanner(bannerOf(name));
    return keepSettings(this.#options, {
      shortcuts: { ...settings().shortcuts, [name]: accelerator },
    });
  }

  view(): DesktopView['shortcuts'] {
    const { shortcutsAreDoubtful, messages } = this.#options;
    return {
      problems: {
        toggleWindow: this.#problemOf('toggleWindow'),
        snooze: this.#problemOf('snooze'),
      },
      note: shortcutsAreDoubtful ? messages().entry.shortcut.wayland : null,
    };
  }

  #problemOf(name: ShortcutName): string | null {
    const { shortcuts, settings, messages } = this.#options;
    const problem = shortcuts.problems.get(name);
    return problem === undefined
      ? null
      : wordShortcutProblem(problem, settings().shortcuts[name] ?? '', messages());
  }
}
