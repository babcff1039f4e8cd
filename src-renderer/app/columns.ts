import { type Accessor, createMemo, createSignal } from 'solid-js';
import type { AccountView, Snapshot, TimelineRef } from '../../src-main/ipc/contract.ts';
import {
  closed,
  columnsInView,
  columnsThatFit,
  knownColumns,
  moved,
  opened,
  renamed,
} from '../state/columns.ts';
import { isSameTimeline, refOf } from '../state/refs.ts';

/** The timelines side by side: the chosen one, and what the reader put beside it. */
export interface Columns {
  /** The timeline that the open account has chosen; null where there is no account. */
  readonly chosen: Accessor<TimelineRef | null>;
  /** What was put beside it, whether there is room for it now or not. */
  readonly beside: Accessor<readonly TimelineRef[]>;
  /** What the window has room for, from left to right. Empty where there is no account. */
  readonly inView: Accessor<readonly TimelineRef[]>;
  /** Whether another timeline has room beside the chosen one. */
  readonly hasRoom: Accessor<boolean>;
  /** The one in view that the keys are meant for: where the focus was last. */
  readonly active: Accessor<TimelineRef | null>;
  readonly activate: (ref: TimelineRef) => void;
  readonly open: (ref: TimelineRef) => void;
  readonly close: (ref: TimelineRef) => void;
  readonly move: (ref: TimelineRef, step: -1 | 1) => void;
  /** A timeline got another key because its switches changed. */
  readonly rename: (ref: TimelineRef, key: string) => void;
}

export interface ColumnsOptions {
  readonly state: Pick<Snapshot, 'accounts'>;
  readonly initial: readonly TimelineRef[];
  readonly account: Accessor<AccountView | null>;
  /** Of the window, in px. */
  readonly width: Accessor<number>;
}

/** Keeps the columns of the window. */
export function createColumns(options: ColumnsOptions): Columns {
  const [kept, setKept] = createSignal(options.initial);
  const [touched, setTouched] = createSignal<TimelineRef | null>(null);

  const chosen = createMemo(
    () => {
      const account = options.account();
      return account === null ? null : { accountId: account.id, key: account.timeline };
    },
    null,
    { equals: (a, b) => a === b || (a !== null && b !== null && isSameTimeline(a, b)) },
  );
  const beside = createMemo(() => knownColumns(kept(), options.state.accounts));
  const inView = createMemo(() => columnsInView(chosen(), beside(), options.width()), [], {
    equals: isSameList,
  });

  return {
    chosen,
    beside,
    inView,
    hasRoom: createMemo(() => columnsThatFit(options.width()) > 1),
    active: createMemo(() => {
      const last = touched();
      const found = last === null ? undefined : inView().find((ref) => isSameTimeline(ref, last));
      return found ?? inView()[0] ?? null;
    }),
    activate: (ref) => setTouched(refOf(ref)),
    open: (ref) => setKept((before) => opened(before, refOf(ref))),
    close: (ref) => setKept((before) => closed(before, ref)),
    move: (ref, step) => setKept(() => moved(beside(), ref, step)),
    rename: (ref, key) => setKept((before) => renamed(before, refOf(ref), key)),
  };
}

function isSameList(a: readonly TimelineRef[], b: readonly TimelineRef[]): boolean {
  return (
    a.length === b.length &&
    a.every((ref, index) => {
      const other = b[index];
      return other !== undefined && isSameTimeline(ref, other);
    })
  );
}
