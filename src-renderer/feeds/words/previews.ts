import {
  type Accessor,
  createEffect,
  createMemo,
  createSignal,
  on,
  onCleanup,
  untrack,
} from 'solid-js';
import type {
  CallAnswer,
  EventPreview,
  EventSample,
  FeedEventView,
  NoticeRule,
  RulePreview,
  SamplePreview,
} from '../../../src-main/ipc/contract.ts';

/** So long nothing is typed before the rule is tried, in ms. */
const pause = 150;

/** The event that a rule is tried on: one that came, or a made-up one. */
export type TriedEvent =
  | { readonly kind: 'seen'; readonly event: FeedEventView; readonly position: number }
  | { readonly kind: 'sample'; readonly fields: FeedEventView['fields'] };

/** What a rule that is being written makes of the events that came. */
export interface RulePreviews {
  readonly tried: Accessor<TriedEvent>;
  /** Null while nothing is known yet. */
  readonly preview: Accessor<RulePreview | null>;
  /** The last attempt to know it failed. */
  readonly isFailed: Accessor<boolean>;
  /** The event that the reader chose, by its number; null = whichever is the newest. */
  readonly chosen: Accessor<number | null>;
  /** Tries the rule on this event from now on, by its number; null = on the newest. */
  readonly choose: (n: number | null) => void;
  /** To a newer (-1) or an older (1) event, where there is one. */
  readonly step: (step: -1 | 1) => void;
}

export interface RulePreviewsOptions {
  /** Null = nothing is being written: nothing is tried. */
  readonly rule: Accessor<NoticeRule | null>;
  /** Newest first. */
  readonly events: Accessor<readonly FeedEventView[]>;
  /** Is tried while there are no events. */
  readonly sample: Accessor<EventSample>;
  readonly tryRule: (rule: NoticeRule) => Promise<CallAnswer<readonly EventPreview[]>>;
  readonly trySample: (rule: NoticeRule, sample: EventSample) => Promise<CallAnswer<SamplePreview>>;
  /** Calls later; returns what takes that back. */
  readonly later: (act: () => void, delay: number) => () => void;
}

/** Tries the rule whenever it or the events change and the reader pauses typing. */
export function createRulePreviews(options: RulePreviewsOptions): RulePreviews {
  const { rule, events, sample } = options;
  const [chosen, setChosen] = createSignal<number | null>(null);
  const [seen, setSeen] = createSignal<ReadonlyMap<number, RulePreview>>(new Map());
  const [made, setMade] = createSignal<SamplePreview | null>(null);
  const [isFailed, setFailed] = createSignal(false);
  let turn = 0;

  const position = createMemo(() =>
    Math.max(
      0,
      events().findIndex(({ n }) => n === chosen()),
    ),
  );
  const tried = createMemo((): TriedEvent => {
    const event = events()[position()];
    return event === undefined
      ? { kind: 'sample', fields: made()?.fields ?? [] }
      : { kind: 'seen', event, position: position() };
  });

  // Until the rule was tried on an event that has just come, what it made of the last one stands.
  const preview = createMemo<RulePreview | null>((before) => {
    const one = tried();
    const now = one.kind === 'sample' ? made()?.preview : seen().get(one.event.n);
    return now ?? before;
  }, null);

  const look = async (wanted: NoticeRule) => {
    turn += 1;
    const mine = turn;
    if (events().length === 0) {
      const answer = await options.trySample(wanted, sample());
      if (mine !== turn) return;
      setFailed(!answer.ok);
      if (answer.ok) setMade(answer.data);
      return;
    }
    const answer = await options.tryRule(wanted);
    if (mine !== turn) return;
    setFailed(!answer.ok);
    if (answer.ok) setSeen(new Map(answer.data.map(({ n, preview }) => [n, preview])));
  };

  createEffect(
    on(
      () => {
        const wanted = rule();
        const newest = events()[0]?.n;
        return [wanted, newest, newest === undefined ? sample() : null] as const;
      },
      ([wanted]) => {
        // What is on its way answers what was typed before.
        turn += 1;
        if (wanted === null) return;
        // The first time nobody types yet.
        const delay = untrack(preview) === null ? 0 : pause;
        onCleanup(options.later(() => void look(wanted), delay));
      },
    ),
  );

  return {
    tried,
    preview,
    chosen,
    isFailed,
    choose: (n) => setChosen(n),
    step: (step) => {
      const next = events()[position() + step];
      if (next !== undefined) setChosen(next.n);
    },
  };
}
