import { stored } from "../storage/items.ts";
import { policyAttention } from "../storage/policy-attention.ts";
import { isWeeklyReminderDue } from "../storage/weekly.ts";

const message = (key: string): string => browser.i18n.getMessage(key as never);

/** A pencil in the brand colour: not alarming, and unlike the badge of any state of a page. */
const WEEKLY = { text: "✎", color: "#574a82" };
/** As for a page that cannot be read: something does not work, and the popup says what. */
const RULES = { text: "!", color: "#52525b" };

/** Shows or removes the badge of tabs whose page has none of its own: agency's rules to look after, or the weekly check. */
export async function showGeneralBadge(now = new Date()): Promise<void> {
  const needsRules = (await policyAttention()) !== undefined;
  const due = await isWeeklyReminderDue(now);
  const { text, color } = needsRules ? RULES : due ? WEEKLY : { text: "", color: WEEKLY.color };
  await browser.action.setBadgeText({ text });
  await browser.action.setBadgeBackgroundColor({ color });
  await browser.action.setTitle({ title: message(needsRules ? "badgeRules" : "extensionName") });
}

/** Keeps that badge up to date with the rules; the weekly reminder does so with its own. */
export function startGeneralBadge(): void {
  const update = () => void showGeneralBadge().catch((error: unknown) => console.error("badge", error));
  stored.rulesFeedProblem.watch(update);
  stored.agencyLayer.watch(update);
  browser.permissions.onAdded.addListener(update);
  browser.permissions.onRemoved.addListener(update);
  browser.storage.onChanged.addListener((_, area) => {
    if (area === "managed") update();
  });
  update();
}
