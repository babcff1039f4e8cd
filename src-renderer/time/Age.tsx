import { useApp } from '../app/context.ts';
import { ageText, momentText } from './age.ts';

/** How long ago something was, kept true; the whole moment in its tooltip. */
export function Age(props: { readonly at: number }) {
  const app = useApp();
  return (
    <time datetime={new Date(props.at).toISOString()} title={momentText(props.at, app.locale())}>
      {ageText(props.at, app.now(), app.locale(), app.m().time.now)}
    </time>
  );
}
