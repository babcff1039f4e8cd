import type { StreamState } from '../../src-main/ipc/contract.ts';
import './state-dot.css';

/** A stream's state as a mark whose shape tells it too; words stand beside it. */
export function StateDot(props: { readonly state: StreamState }) {
  return <span class="state-dot" data-state={props.state} aria-hidden="true" />;
}
