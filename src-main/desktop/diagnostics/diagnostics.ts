import type { Log } from '../../engine/log.ts';
import type { Locale, Messages } from '../../engine/messages/index.ts';
import type { Clock } from '../../engine/streaming/clock.ts';
import type { CheckView, DiagnosticsView } from '../../ipc/contract.ts';
import type { ToastResult } from '../toasts/toast.ts';
import type { Check, Finding, Say } from './check.ts';
import type { Fact } from './facts.ts';
import { runChecks } from './run-checks.ts';

export interface DiagnosticsOptions {
  /** What there is to look at now. */
  readonly checks: () => readonly Check[];
  readonly facts: () => readonly Fact[];
  readonly clock: Clock;
  readonly log: Log;
  /** What `view` tells has changed. */
  readonly onChange: () => void;
}

/** Names the test toast among all others. */
export const testToastId = 'suzu-test-toast';

interface Looked {
  readonly check: Check;
  /** Null while it is looked at. */
  readonly finding: Finding | null;
}

/** Looks at what works and what does not, and keeps what was found last. */
export class Diagnostics {
  readonly #options: DiagnosticsOptions;
  #looked: readonly Looked[] | null = null;
  #running: Promise<void> | null = null;
  #testToast: Say | null = null;

  constructor(options: DiagnosticsOptions) {
    this.#options = options;
  }

  /** Looks at everything anew; joins a run that is under way. Never rejects. */
  run(): Promise<void> {
    this.#running ??= this.#runNow().finally(() => {
      this.#running = null;
      this.#options.onChange();
    });
    return this.#running;
  }

  async #runNow(): Promise<void> {
    const { checks, clock, log, onChange } = this.#options;
    const all = checks();
    this.#looked = all.map((check) => ({ check, finding: null }));
    onChange();
    await runChecks(all, {
      clock,
      log,
      onResult: (check, finding) => {
        this.#looked = (this.#looked ?? []).map((one) =>
          one.check === check ? { check, finding } : one,
        );
        onChange();
      },
    });
  }

  /** The test toast is on its way to the desktop. */
  testToastSent(): void {
    this.#tellTestToast((m) => m.diagnostics.test.sent);
  }

  /** Whether this is the test toast's; what became of it is told then. */
  onToastResult(result: ToastResult): boolean {
    if (result.id !== testToastId) return false;
    switch (result.result) {
      case 'failed':
        this.#tellTestToast((m) => m.diagnostics.test.failed(result.reason));
        break;
      case 'shown':
      case 'clicked':
      case 'closed': {
        const { result: outcome } = result;
        this.#tellTestToast((m) => m.diagnostics.test[outcome]);
        break;
      }
      case 'action':
      case 'replied':
        this.#tellTestToast((m) => m.diagnostics.test.clicked);
    }
    return true;
  }

  /** What was found, in words; null before anybody looked. */
  view(messages: Messages, locale: Locale): DiagnosticsView | null {
    if (this.#looked === null) return null;
    const say = (words: Say) => words(messages, locale);
    return {
      running: this.#running !== null,
      checks: this.#looked.map(
        ({ check, finding }): CheckView => ({
          id: check.id,
          group: check.group,
          title: say(check.title),
          state: finding?.state ?? 'checking',
          text: finding === null ? '' : say(finding.say),
          advice: finding?.advise === undefined ? null : say(finding.advise),
        }),
      ),
      facts: this.#options
        .facts()
        .map(({ label, value }) => ({ label: say(label), value: say(value) })),
      testToast: this.#testToast === null ? null : say(this.#testToast),
    };
  }

  #tellTestToast(say: Say): void {
    this.#testToast = say;
    this.#options.onChange();
  }
}
