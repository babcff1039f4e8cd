import type { MfmFn, MfmNode } from 'mfm-js';
import { type JSX, Match, Show, Switch } from 'solid-js';
import { useItem } from '../lists/item.ts';
import './fn.css';
import { fnLook } from './fn-look.ts';
import './motion.css';
import { rubyParts } from './ruby.ts';
import { UnixTime } from './UnixTime.tsx';
import { unixTime } from './unix-time.ts';

/** How many times larger than its box anything is drawn: each further `scale` costs the painter more. */
const largestScale = 25;

/** `$[name.args …]`: one of MFM's functions, or its text as it was written where it is none of them. */
export function Fn(props: {
  readonly fn: MfmFn;
  /** See `Nodes`. */
  readonly scale: number;
  readonly children: (nodes: readonly MfmNode[], scale?: number) => JSX.Element;
}) {
  const { name } = props.fn.props;
  return (
    <Switch fallback={<Styled {...props} />}>
      <Match when={name === 'ruby' && rubyParts(props.fn.children)}>
        {(parts) => (
          <ruby>
            {props.children(parts().base)}
            <rp>(</rp>
            <rt>{parts().reading}</rt>
            <rp>)</rp>
          </ruby>
        )}
      </Match>
      <Match when={name === 'unixtime' && unixTime(props.fn.children)}>
        {(at) => <UnixTime at={at()} />}
      </Match>
      <Match when={name === 'blur'}>
        <Blur>{props.children(props.fn.children)}</Blur>
      </Match>
    </Switch>
  );
}

function Styled(props: Parameters<typeof Fn>[0]) {
  const { name, args } = props.fn.props;
  const look = fnLook(name, args);
  if (look === null) {
    return (
      <span>
        {`$[${name} `}
        {props.children(props.fn.children)}]
      </span>
    );
  }
  const scale = props.scale * look.scale;
  const style = scale > largestScale ? { ...look.style, transform: 'none' } : look.style;
  return (
    <span class={`mfm-fn ${look.class}`} style={style}>
      {props.children(props.fn.children, Math.min(scale, largestScale))}
      <Show when={name === 'sparkle'}>
        <span class="mfm-stars" aria-hidden="true">
          <i>✦</i>
          <i>✦</i>
          <i>✦</i>
          <i>✦</i>
        </span>
      </Show>
    </span>
  );
}

/** Blurred until it is pointed at, or has the focus: the keyboard's way to see it. */
function Blur(props: { readonly children: JSX.Element }) {
  const item = useItem();
  return (
    <span class="mfm-fn mfm-blur" tabIndex={item.tabIndex()}>
      {props.children}
    </span>
  );
}
