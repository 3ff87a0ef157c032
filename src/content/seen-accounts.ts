import type { Assessment, Surface } from "../domain/assessment.ts";
import { OPTIONAL_SITES } from "../domain/sites.ts";
import { sendMessage } from "../messaging/messages.ts";
import { listOf, NO_SEEN, type SeenList, tagsOf, withKey, withSeen } from "../storage/seen-accounts.ts";
import { tagOf } from "../storage/silenced.ts";
import { canRecord, isAlive } from "./lifetime.ts";

/** Owns which accounts count as a campaign's by what was seen of them, as far as this page knows. */
export interface SeenAccounts {
  isCampaign(account: string): boolean;
  /** Takes what was read: a post that calls to vote counts for its account. */
  saw(surface: Surface, assessment: Assessment): void;
  /** Asks what other pages saw. */
  refresh(): void;
}

/** Accounts that a page remembers the tags of. */
const MOST = 2_000;

/** What is seen in a private window stays in the memory of its page: nothing of it is sent, and nothing asked. */
const isShared = (): boolean => canRecord();

/** A post that calls to vote. */
interface Call {
  account: string;
  text: string;
}

/** @param changed called when an account began or ceased to count as a campaign's */
export function makeSeenAccounts(changed: () => void): SeenAccounts {
  let own = NO_SEEN;
  let list: SeenList = { key: "", campaign: [] };
  /** Tags by account; "" while one is made. */
  const tags = new Map<string, string>();
  const counted = new WeakSet<Assessment>();
  /** Read before the key was there. */
  const waiting: Call[] = [];

  function use(next: SeenList): void {
    if (next.key !== list.key) tags.clear();
    const isNews = next.campaign.join() !== list.campaign.join();
    list = next;
    for (const call of waiting.splice(0)) quietly(count(call));
    if (isNews) changed();
  }
  async function count({ account, text }: Call): Promise<void> {
    const { key } = list;
    const post = await tagsOf(key, account, text);
    if (isShared()) use(await sendMessage("seen", { key, ...post }));
    else if (isAlive()) {
      own = withSeen(own, post);
      use(listOf(own));
    }
  }
  async function learn(account: string): Promise<void> {
    const { key } = list;
    if (tags.size > MOST) tags.clear();
    tags.set(account, "");
    const tag = await tagOf({ key }, account);
    if (key !== list.key) return;
    tags.set(account, tag);
    if (list.campaign.includes(tag)) changed();
  }
  /* Where it fails nothing is counted, and nothing is said of the account. */
  const quietly = (work: Promise<void>): void => void work.catch(() => {});

  return {
    isCampaign(account) {
      if (list.campaign.length === 0) return false;
      const tag = tags.get(account);
      if (tag === undefined) quietly(learn(account));
      return !!tag && list.campaign.includes(tag);
    },
    saw({ site, text, imageAlt = [] }, assessment) {
      const { explicit, account } = assessment;
      /* Of chats nothing is remembered. */
      if (!explicit || !account || isChat(site) || counted.has(assessment)) return;
      counted.add(assessment);
      if (waiting.length < MOST) waiting.push({ account, text: text || imageAlt.join(" ") });
      if (!isShared()) own = withKey(own);
      if (!isShared() || list.key) use(isShared() ? list : listOf(own));
    },
    refresh() {
      if (isShared()) quietly(sendMessage("seen", null).then(use));
    },
  };
}

const isChat = (site: string): boolean => (OPTIONAL_SITES as readonly string[]).includes(site);
