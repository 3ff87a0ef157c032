import type { SeenAccounts } from "./seen-accounts.ts";

/** Remembers no account: for frames in other sites' pages, which show one post each. */
export const noSeenAccounts = (): SeenAccounts => ({
  isCampaign: () => false,
  add: () => {},
  refresh: () => {},
});
