import type { DesktopState } from '../../engine/notices/desktop-state.ts';
import { savingReason } from '../../engine/settings/saving.ts';
import type { SavingSettings } from '../../engine/settings/settings.ts';

export interface SavingModeOptions {
  readonly settings: () => SavingSettings;
  readonly desktop: () => DesktopState;
  readonly onChange: () => void;
}

/** Whether it is a time to save: on battery or in a network that is paid by volume, as the user wants it. */
export class SavingMode {
  readonly #options: SavingModeOptions;
  #reason: ReturnType<typeof savingReason> = null;
  /** The user wants pictures all the same, until this reason is over. */
  #isLifted = false;

  constructor(options: SavingModeOptions) {
    this.#options = options;
  }

  /** Why it saves now; null = it does not. */
  get reason(): 'battery' | 'metered' | null {
    return this.#isLifted ? null : this.#reason;
  }

  /** The settings or the desktop changed. */
  look(): void {
    const { settings, desktop, onChange } = this.#options;
    const before = this.reason;
    const found = savingReason(settings(), desktop());
    if (found !== this.#reason) this.#isLifted = false;
    this.#reason = found;
    if (this.reason !== before) onChange();
  }

  /** Stops saving until there is another reason, or the same one anew. */
  lift(): void {
    if (this.reason === null) return;
    this.#isLifted = true;
    this.#options.onChange();
  }
}
