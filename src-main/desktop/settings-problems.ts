import type { SettingsProblem } from './settings.ts';

/** What is wrong with the settings file: found when it is read, or whenever it cannot be written. */
export class SettingsProblems {
  readonly #all: SettingsProblem[] = [];
  #listener: (problem: SettingsProblem) => void = () => {};

  get all(): readonly SettingsProblem[] {
    return this.#all;
  }

  add(problem: SettingsProblem): void {
    this.#all.push(problem);
    this.#listener(problem);
  }

  /** Hears of all that were found so far and of each that is found from now on; there is one listener. */
  follow(listener: (problem: SettingsProblem) => void): void {
    this.#listener = listener;
    for (const problem of this.#all) listener(problem);
  }
}
