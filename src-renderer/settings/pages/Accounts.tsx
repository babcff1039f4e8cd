import { Accounts } from '../../accounts/Accounts.tsx';
import type { SettingsPage } from '../page.ts';

/** Who is signed in where: order, presence, and the ways out. */
export const accountsPage: SettingsPage = {
  id: 'accounts',
  icon: 'users',
  title: (m) => m.settings.pages.accounts,
  entries: ({ settings, accounts, account }) => [
    {
      id: 'accounts',
      label: accounts.list,
      keywords: [account.signOut, settings.accountsKeywords],
    },
    { id: 'add-account', label: account.add, keywords: [accounts.signIn, accounts.watch] },
    { id: 'presence', label: accounts.presence, keywords: [settings.presenceKeywords] },
  ],
  Page: Accounts,
};
