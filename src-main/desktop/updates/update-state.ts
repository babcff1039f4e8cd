import type { UpdateView } from '../../ipc/contract.ts';

/** What happens to updates. */
export type UpdateEvent =
  | { readonly kind: 'switched'; readonly on: boolean }
  /** It is time to look, or the user wants to. */
  | { readonly kind: 'due' }
  | { readonly kind: 'found'; readonly version: string }
  | { readonly kind: 'current' }
  | { readonly kind: 'progress'; readonly percent: number }
  | { readonly kind: 'downloaded' }
  | { readonly kind: 'failed' };

/** What has to be done about it. `cancel` gives up a look or a download, and what was downloaded. */
export type UpdateEffect = 'check' | 'download' | 'cancel';

export interface UpdateStep {
  readonly state: UpdateView;
  readonly effect: UpdateEffect | null;
}

/** What comes of an event; one that does not fit the state changes nothing. */
export function nextUpdateState(state: UpdateView, event: UpdateEvent): UpdateStep {
  if (event.kind === 'switched') return afterSwitch(state, event.on);
  switch (state.name) {
    case 'idle':
      return event.kind === 'due' ? { state: { name: 'checking' }, effect: 'check' } : stay(state);
    case 'checking':
      return afterCheck(state, event);
    case 'downloading':
      return stay(afterDownload(state, event));
    default:
      return stay(state);
  }
}

const stay = (state: UpdateView): UpdateStep => ({ state, effect: null });

function afterSwitch(state: UpdateView, on: boolean): UpdateStep {
  if (state.name === 'unsupported' || on !== (state.name === 'off')) return stay(state);
  return on ? stay({ name: 'idle', last: null }) : { state: { name: 'off' }, effect: 'cancel' };
}

function afterCheck(state: UpdateView, event: UpdateEvent): UpdateStep {
  if (event.kind === 'found') {
    const { version } = event;
    return { state: { name: 'downloading', version, percent: 0 }, effect: 'download' };
  }
  if (event.kind !== 'current' && event.kind !== 'failed') return stay(state);
  return stay({ name: 'idle', last: event.kind });
}

function afterDownload(
  state: Extract<UpdateView, { name: 'downloading' }>,
  event: UpdateEvent,
): UpdateView {
  if (event.kind === 'downloaded') return { name: 'ready', version: state.version };
  if (event.kind === 'failed') return { name: 'idle', last: 'failed' };
  if (event.kind !== 'progress' || event.percent === state.percent) return state;
  return { ...state, percent: event.percent };
}
