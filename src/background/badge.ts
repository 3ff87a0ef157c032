import type { PageState } from "../domain/warning.ts";
import { sendMessage } from "../messaging/messages.ts";
import { ALL_PATTERNS } from "../sites/hosts.ts";
import { askedPatterns } from "./optional-sites.ts";

/** The badge of a tab: shape and colour, never a count of anything "wrong". */
type Badge = { text: string; color: string; title: string };

const message = (key: string): string => browser.i18n.getMessage(key as never);

const BADGES: Record<"campaign" | "unguarded" | "paused" | "unread" | "fault" | "none", () => Badge> = {
  campaign: () => ({ text: "●", color: "#b45309", title: message("badgeCampaign") }),
  unguarded: () => ({ text: "?", color: "#52525b", title: message("badgeUnguarded") }),
  paused: () => ({ text: "Ⅱ", color: "#52525b", title: message("badgePaused") }),
  unread: () => ({ text: "!", color: "#52525b", title: message("badgeUnread") }),
  fault: () => ({ text: "!", color: "#52525b", title: message("badgeFault") }),
  none: () => ({ text: "", color: "#52525b", title: message("extensionName") }),
};

async function show(tabId: number, kind: keyof typeof BADGES): Promise<void> {
  const { text, color, title } = BADGES[kind]();
  try {
    /* Without a badge of its own a tab shows the general one: null, which the types leave out, gives it back. */
    await browser.action.setBadgeText({ tabId, text: (text || null) as string });
    await browser.action.setBadgeBackgroundColor({ tabId, color });
    await browser.action.setTitle({ tabId, title });
  } catch {
    /* the tab was closed meanwhile */
  }
}

function badgeFor(state: PageState): keyof typeof BADGES {
  if (state.faults.length > 0 || (state.state === "unreadable" && !state.unrecognized)) return "fault";
  if (state.paused) return "paused";
  if (state.unrecognized) return "unread";
  return state.state === "campaign-account" || state.state === "campaign-posts" ? "campaign" : "none";
}

export const showState = (tabId: number, state: PageState): Promise<void> => show(tabId, badgeFor(state));

/** Marks tabs of guarded sites that were opened before the installation or the update: no content script answers there. */
export async function markUnguarded(): Promise<void> {
  const tabs = await browser.tabs
    .query({ url: [...ALL_PATTERNS, ...(await askedPatterns())] })
    .catch(() => []);
  for (const tab of tabs) {
    if (tab.id === undefined) continue;
    const isGuarded = await sendMessage("getState", undefined, tab.id).then(
      () => true,
      () => false,
    );
    if (!isGuarded) await show(tab.id, "unguarded");
  }
}
