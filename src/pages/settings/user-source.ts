import { localDay } from "../../domain/day.ts";
import { SITE_HOSTS } from "../../domain/site-hosts.ts";
import { OPTIONAL_SITES, type OptionalSite } from "../../domain/sites.ts";
import type { Law } from "../../engine/ruleset/compile/format.ts";
import { lawOf } from "../../engine/ruleset/compile/pack.ts";
import { preferredLanguage } from "../../i18n/settings.ts";
import { requestChange } from "../../messaging/request-change.ts";
import { GUARDED_SITES, patterns } from "../../sites/hosts.ts";
import { readFeedProblem } from "../../storage/feed-problem.ts";
import { stored } from "../../storage/items.ts";
import { readPolicy } from "../../storage/managed-policy.ts";
import { profileItem, readProfile } from "../../storage/profile-item.ts";
import { readStored, settingsFields } from "../../storage/settings.ts";
import { listTags, silencedFields } from "../../storage/silenced.ts";
import { download } from "../shared/download.ts";
import { MAX_SETTINGS_FILE, type ReadSettings, readSettingsFile, settingsFileText } from "./settings-file.ts";
import type { UserActions, UserModel } from "./user-model.ts";

/** Permissions that an optional site needs: its hosts, and to register its script. */
const permissionsFor = (site: OptionalSite) => ({
  permissions: ["scripting" as const],
  origins: patterns(SITE_HOSTS[site]),
});
const NOTIFICATIONS = { permissions: ["notifications" as const] };
const readSettings = async () => readStored(settingsFields, await stored.settings.getValue());
const readSilenced = async () => readStored(silencedFields, await stored.silenced.getValue()).value;

/** Names and values that the administrator set, or why they are refused: by themselves, or the rules that they bring. */
async function readPolicyShown(): Promise<Pick<UserModel, "policy" | "policyProblem">> {
  const [policy, problem] = await Promise.all([readPolicy(), stored.rulesFeedProblem.getValue()]);
  if (!policy) return { policy: [] };
  const { refused, text } = readFeedProblem(problem) ?? { refused: false };
  return { policy: policy.ok ? valuesOf(policy) : [], policyProblem: refused ? text : undefined };
}

function valuesOf(read: Extract<Awaited<ReturnType<typeof readPolicy>>, { ok: true }>): UserModel["policy"] {
  const { rulesetUrl, rulesetKey, rulesetInline } = read.value;
  const values = { rulesetUrl, rulesetKey, rulesetInline: rulesetInline && "JSON" };
  return Object.entries(values).flatMap(([key, value]) =>
    value ? [{ key: key as UserModel["policy"][number]["key"], value }] : [],
  );
}

/** Loads everything of the settings page but the rules. */
export async function loadUser(): Promise<UserModel> {
  const [settings, profile, silenced, policy, notifications, rules] = await Promise.all([
    readSettings(),
    readProfile(),
    readSilenced(),
    readPolicyShown(),
    browser.permissions.contains(NOTIFICATIONS),
    stored.rules.getValue(),
  ]);
  const { language, on } = settings.value;
  const granted = await Promise.all(
    OPTIONAL_SITES.map((site) => browser.permissions.contains(permissionsFor(site))),
  );
  const version = (lawOf(rules) as Partial<Law> | undefined)?.meta?.version;
  return {
    language: preferredLanguage(language),
    settings: settings.value,
    profile: profile.value,
    sites: GUARDED_SITES,
    optionalSites: OPTIONAL_SITES.map((site, index) => ({ site, on: on.includes(site) && granted[index]! })),
    silenced: listTags(silenced).reverse(),
    ...policy,
    notifications,
    version: browser.runtime.getManifest().version,
    rulesetVersion: version === undefined ? undefined : String(version),
    problem: [settings.problem, profile.problem].filter(Boolean).join("; ") || undefined,
  };
}

export const userActions: UserActions = {
  saveSettings: (set) => requestChange({ type: "settings", set }),
  saveProfile: (set) => requestChange({ type: "profile", set }),
  guardSite: (site, on) => requestChange({ type: "guard-site", site, on }),
  async setOptionalSite(site, on) {
    /* Await nothing before the request: browsers ask only directly in the click. */
    if (on && !(await browser.permissions.request(permissionsFor(site)))) return;
    await requestChange({ type: "optional-site", site, on });
  },
  unsilence: (tag) => requestChange({ type: "unsilence", tag }),
  async allowNotifications() {
    await browser.permissions.request(NOTIFICATIONS);
  },
  async saveSettingsFile() {
    const [settings, profile] = await Promise.all([readSettings(), readProfile()]);
    const today = localDay(new Date());
    const text = settingsFileText(settings.value, profile.value, today);
    download(`jaga-netral-setelan-${today}.json`, "application/json", text);
  },
  async loadSettingsFile(file) {
    const read: ReadSettings =
      file.size > MAX_SETTINGS_FILE ? { ok: false, why: "too-big" } : readSettingsFile(await file.text());
    if (!read.ok) return read;
    const { off, ...set } = read.settings;
    await requestChange({ type: "settings", set });
    await requestChange({ type: "profile", set: read.profile });
    for (const site of GUARDED_SITES)
      await requestChange({ type: "guard-site", site, on: !off.includes(site) });
    return read;
  },
  async reset() {
    await requestChange({ type: "reset" });
    await browser.permissions.remove(NOTIFICATIONS).catch(() => {});
    const origins = OPTIONAL_SITES.flatMap((site) => patterns(SITE_HOSTS[site]));
    for (const access of [{ origins }, { permissions: ["scripting" as const] }])
      await browser.permissions.remove(access).catch(() => {});
  },
};

/** Calls `changed` when something that `loadUser` reads has changed, until the returned function is called. */
export function watchUser(changed: () => void): () => void {
  const stops = [stored.settings, stored.silenced, stored.rules, stored.rulesFeedProblem, profileItem].map(
    (item) => item.watch(changed),
  );
  return () => {
    for (const stop of stops) stop();
  };
}
