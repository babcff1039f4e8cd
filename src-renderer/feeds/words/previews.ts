import { type Accessor, batch, createSignal } from 'solid-js';
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

/** What a rule, or a preset, makes of the events that came. */
export interface RulePreviews {
  readonly tried: Accessor<TriedEvent>;
  /** Null while nothing is known yet. */
  readonly preview: Accessor<RulePreview | null>;
  /** The last attempt to know it failed. */
  readonly isFailed: Accessor<boolean>;
  /** The event that the reader chose, by its number; null = whichever is the newest. */
  readonly chosen: Accessor<number | null>;
  readonly choose: (n: number | null) => void;
  /** To a newer (-1) or an older (1) event, where there is one. */
  readonly step: (step: -1 | 1) => void;
  /** The rule, the events or the sample are others now: they are tried once the reader pauses. */
  readonly changed: () => void;
  /** Nobody looks any more. */
  readonly stop: () => void;
}

export interface RulePreviewsOptions {
  /** Null = nobody writes one: what the preset makes of the events is shown, and of no sample. */
  readonly rule: () => NoticeRule | null;
  /** Newest first. */
  readonly events: () => readonly FeedEventView[];
  /** Is tried while there are no events. */
  readonly sample: () => EventSample;
  readonly tryRule: (rule: NoticeRule | null) => Promise<CallAnswer<readonly EventPreview[]>>;
  readonly trySample: (rule: NoticeRule, sample: EventSample) => Promise<CallAnswer<SamplePreview>>;
  /** Calls later; returns what takes that back. */
  readonly later: (act: () => void, delay: number) => () => void;
}

/** Tries a rule whenever it is told of a change; an answer to what was asked before is thrown away. */
export function createRulePreviews(options: RulePreviewsOptions): RulePreviews {
  const { rule, events, sample } = options;
  const [chosen, setChosen] = createSignal<number | null>(null);
  const [seen, setSeen] = createSignal<ReadonlyMap<number, RulePreview>>(new Map());
  const [made, setMade] = createSignal<SamplePreview | null>(null);
  /** What was shown last: it stands until the rule was tried on an event that has just come. */
  const [last, setLast] = createSignal<RulePreview | null>(null);
  const [isFailed, setFailed] = createSignal(false);
  let turn = 0;
  let forget = () => {};

  const position = () => {
    const found = events().findIndex(({ n }) => n === chosen());
    return Math.max(found, 0);
  };
  const tried = (): TriedEvent => {
    const place = position();
    const event = events()[place];
    return event === undefined
      ? { kind: 'sample', fields: made()?.fields ?? [] }
      : { kind: 'seen', event, position: place };
  };
  const known = (): RulePreview | null => {
    const one = tried();
    return (one.kind === 'sample' ? made()?.preview : seen().get(one.event.n)) ?? null;
  };

  const look = async () => {
    const wanted = rule();
    turn += 1;
    const mine = turn;
    const take = <Data>(answer: CallAnswer<Data>, keep: (data: Data) => void) => {
      if (mine !== turn) return;
      batch(() => {
        setFailed(!answer.ok);
        if (answer.ok) keep(answer.data);
        setLast(known);
      });
    };
    if (events().length > 0) {
      take(await options.tryRule(wanted), (previews) =>
        setSeen(new Map(previews.map(({ n, preview }) => [n, preview]))),
      );
    } else if (wanted !== null) take(await options.trySample(wanted, sample()), setMade);
  };
  const stop = () => {
    forget();
    turn += 1;
  };

  return {
    tried,
    preview: () => known() ?? last(),
    isFailed,
    chosen,
    choose: (n) => setChosen(n),
    step: (step) => {
      const next = events()[position() + step];
      if (next !== undefined) setChosen(next.n);
    },
    changed: () => {
      // What is on its way answers what was typed before.
      stop();
      // The first time nobody types yet.
      forget = options.later(() => void look(), last() === null ? 0 : pause);
    },
    stop,
  };
}
