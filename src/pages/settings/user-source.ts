import { ASKED_SITES, type AskedSite } from "../../domain/vocabulary.ts";
import type { Law } from "../../engine/ruleset/compile/format.ts";
import { lawOf } from "../../engine/ruleset/compile/pack.ts";
import { chooseLanguage } from "../../i18n/settings.ts";
import { requestChange } from "../../messaging/request-change.ts";
import { GUARDED_SITES, patterns, SITE_HOSTS } from "../../sites/hosts.ts";
import { stored } from "../../storage/items.ts";
import { readPolicy } from "../../storage/managed-policy.ts";
import { ownItem, readOwn } from "../../storage/profile-item.ts";
import { readStored, settingsFields } from "../../storage/settings.ts";
import { shownTags, silencedFields } from "../../storage/silenced.ts";
import type { UserActions, UserModel } from "./user-model.ts";

/** What a site that is asked for needs: its hosts, and to have its script registered. */
const permissionsFor = (site: AskedSite) => ({
  permissions: ["scripting" as const],
  origins: patterns(SITE_HOSTS[site]),
});
const NOTIFICATIONS = { permissions: ["notifications" as const] };
const readSettings = async () => readStored(settingsFields, await stored.settings.getValue());
const readSilenced = async () => readStored(silencedFields, await stored.silenced.getValue()).value;

/** Names and values as an administrator wrote them; what is refused is told with the rules. */
async function readPolicyValues(): Promise<UserModel["policy"]> {
  const read = await readPolicy();
  if (!read?.ok) return [];
  const { rulesetUrl, rulesetKey, rulesetInline } = read.value;
  const set = { rulesetUrl, rulesetKey, rulesetInline: rulesetInline && "JSON" };
  return Object.entries(set).flatMap(([key, value]) =>
    value ? [{ key: key as UserModel["policy"][number]["key"], value }] : [],
  );
}

/** Everything of the settings page but the rules. */
export async function loadUser(): Promise<UserModel> {
  const [settings, own, silenced, set, notifications, rules] = await Promise.all([
    readSettings(),
    readOwn(),
    readSilenced(),
    readPolicyValues(),
    browser.permissions.contains(NOTIFICATIONS),
    stored.rules.getValue(),
  ]);
  const { language, on } = settings.value;
  const granted = await Promise.all(
    ASKED_SITES.map((site) => browser.permissions.contains(permissionsFor(site))),
  );
  const version = (lawOf(rules) as Partial<Law> | undefined)?.meta?.version;
  return {
    language: language === "auto" ? chooseLanguage("auto", [browser.i18n.getUILanguage()]) : language,
    settings: settings.value,
    profile: own.value,
    sites: GUARDED_SITES,
    optionalSites: ASKED_SITES.map((site, at) => ({ site, on: on.includes(site) && granted[at]! })),
    silenced: shownTags(silenced).reverse(),
    policy: set,
    notifications,
    version: browser.runtime.getManifest().version,
    rulesetVersion: version === undefined ? undefined : String(version),
    problem: [settings.problem, own.problem].filter(Boolean).join("; ") || undefined,
  };
}

/** Gives hosts back, and with the last of them the permission that their scripts need. */
async function revokeAccess(sites: readonly AskedSite[], last: boolean): Promise<void> {
  const origins = sites.flatMap((site) => patterns(SITE_HOSTS[site]));
  /* Settings decide already; what a browser does not take back (granted by a policy) stays without effect. */
  await browser.permissions.remove({ origins }).catch(() => {});
  if (last) await browser.permissions.remove({ permissions: ["scripting"] }).catch(() => {});
}

export const userActions: UserActions = {
  saveSettings: (set) => requestChange({ type: "settings", set }),
  saveProfile: (set) => requestChange({ type: "own", set }),
  guardSite: (site, on) => requestChange({ type: "guard-site", site, on }),
  async setOptionalSite(site, on) {
    /* Nothing is awaited before it: browsers ask only straight from the click. */
    if (on && !(await browser.permissions.request(permissionsFor(site)))) return;
    await requestChange({ type: "optional-site", site, on });
    if (!on) await revokeAccess([site], (await readSettings()).value.on.length === 0);
  },
  unsilence: (tag) => requestChange({ type: "unsilence", tag }),
  async allowNotifications() {
    await browser.permissions.request(NOTIFICATIONS);
  },
  async reset() {
    await requestChange({ type: "reset" });
    await browser.permissions.remove(NOTIFICATIONS).catch(() => {});
    await revokeAccess(ASKED_SITES, true);
  },
};

/** Calls back when something of `loadUser` changed. Returns a function that ends it. */
export function watchUser(changed: () => void): () => void {
  const stops = [stored.settings, stored.silenced, stored.rules, ownItem].map((item) => item.watch(changed));
  return () => {
    for (const stop of stops) stop();
  };
}
