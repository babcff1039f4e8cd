import { useApp } from '../app/context.ts';

/** Gives what starts signing in to a server, and shows how that goes. */
export function useSignInTo(): (host: string) => void {
  const app = useApp();
  return (host) => {
    app.nav.show('sign-in');
    void app.actions.startSignIn(host);
  };
}
