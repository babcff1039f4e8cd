import { Show } from 'solid-js';
import type { CheckState, CheckView } from '../../../src-main/ipc/contract.ts';
import { useApp } from '../../app/context.ts';
import { Icon } from '../../icons/Icon.tsx';
import type { IconName } from '../../icons/paths.ts';

/** A shape of its own for each state: the colour is never the only sign. */
const icons: Readonly<Record<CheckState, IconName>> = {
  checking: 'refresh',
  works: 'check',
  attention: 'alert-triangle',
  fails: 'x',
  absent: 'minus',
};

/** One thing that was looked at: what was found, and what to do about it. */
export function CheckRow(props: { readonly check: CheckView }) {
  const app = useApp();
  const state = () => app.m().diagnostics.states[props.check.state];
  return (
    <li class="check" data-state={props.check.state}>
      <span class="check-mark" title={state()}>
        <Icon name={icons[props.check.state]} />
      </span>
      <div class="check-words">
        <p class="check-title">
          {props.check.title}
          <span class="visually-hidden">: {state()}</span>
        </p>
        <Show when={props.check.text}>{(text) => <p class="check-text">{text()}</p>}</Show>
        <Show when={props.check.advice}>{(advice) => <p class="check-advice">{advice()}</p>}</Show>
      </div>
    </li>
  );
}
