import type { Assessment, Surface } from "../domain/assessment.ts";
import { OPTIONAL_SITES } from "../domain/sites.ts";
import { sendMessage } from "../messaging/messages.ts";
import { NO_SEEN, type SeenList, seenListOf, tagsOf, withKey, withSeen } from "../storage/seen-accounts.ts";
import { tagOf } from "../storage/silenced.ts";
import { canRecord, isAlive } from "./lifetime.ts";

/** Accounts that count as campaign accounts because of their posts seen so far, as far as this page knows. */
export interface SeenAccounts {
  isCampaign(account: string): boolean;
  /** Takes an assessed surface: a post that calls to vote counts for its account. */
  add(surface: Surface, assessment: Assessment): void;
  /** Asks the background for the list, which other pages add to. */
  refresh(): void;
}

/** Number of accounts whose tags a page caches, and of posts that wait for a key. */
const MAX_ACCOUNTS = 2_000;

/** False in a private window: what is seen there stays in the memory of its page. */
const isShared = (): boolean => canRecord();

/** A post that calls to vote. */
interface Call {
  account: string;
  text: string;
}

/** @param onChange called when an account begins or ceases to count as a campaign account */
export function makeSeenAccounts(onChange: () => void): SeenAccounts {
  let seenHere = NO_SEEN;
  let list: SeenList = { key: "", campaign: [] };
  /** Tags by account; "" while a tag is being computed. */
  const tags = new Map<string, string>();
  const counted = new WeakSet<Assessment>();
  /** Posts that were seen before the key was available. */
  const waiting: Call[] = [];

  function use(next: SeenList): void {
    if (next.key !== list.key) tags.clear();
    const isChanged = next.campaign.join() !== list.campaign.join();
    list = next;
    for (const call of waiting.splice(0)) ignoreFailure(count(call));
    if (isChanged) onChange();
  }
  async function count({ account, text }: Call): Promise<void> {
    const { key } = list;
    const post = await tagsOf(key, account, text);
    if (isShared()) use(await sendMessage("seenPost", { key, ...post }));
    else if (isAlive()) {
      seenHere = withSeen(seenHere, post);
      use(seenListOf(seenHere));
    }
  }
  async function lookUp(account: string): Promise<void> {
    const { key } = list;
    if (tags.size > MAX_ACCOUNTS) tags.clear();
    tags.set(account, "");
    const tag = await tagOf({ key }, account);
    if (key !== list.key) return;
    tags.set(account, tag);
    if (list.campaign.includes(tag)) onChange();
  }
  /* On failure nothing is counted, and the account counts as unknown. */
  const ignoreFailure = (work: Promise<void>): void => void work.catch(() => {});

  return {
    isCampaign(account) {
      if (list.campaign.length === 0) return false;
      const tag = tags.get(account);
      if (tag === undefined) ignoreFailure(lookUp(account));
      return !!tag && list.campaign.includes(tag);
    },
    add({ site, text, imageAlt = [] }, assessment) {
      const { explicit, account } = assessment;
      /* Nothing from a chat is remembered. */
      if (!explicit || !account || isChat(site) || counted.has(assessment)) return;
      counted.add(assessment);
      if (waiting.length < MAX_ACCOUNTS) waiting.push({ account, text: text || imageAlt.join(" ") });
      if (!isShared()) seenHere = withKey(seenHere);
      if (!isShared() || list.key) use(isShared() ? list : seenListOf(seenHere));
    },
    refresh() {
      if (isShared()) ignoreFailure(sendMessage("seenPost", null).then(use));
    },
  };
}

const isChat = (site: string): boolean => (OPTIONAL_SITES as readonly string[]).includes(site);
