import { SITE_HOSTS } from "../domain/site-hosts.ts";
import { OPTIONAL_SITES, type OptionalSite } from "../domain/sites.ts";
import { isOptional, patterns } from "../sites/hosts.ts";
import { stored } from "../storage/items.ts";
import { readStored, settingsFields } from "../storage/settings.ts";
import { serialQueue } from "./serial.ts";
import { withShared } from "./shared-scripts.ts";

const idOf = (site: OptionalSite): string => `site-${site}`;
const scriptsOf = (site: OptionalSite): string[] => withShared([`content-scripts/${site}.js`]);

/** Browsers return the files' paths with or without a base. */
const isSameList = (paths: readonly string[] | undefined, wanted: readonly string[]): boolean =>
  paths?.length === wanted.length && wanted.every((path, at) => paths[at]!.endsWith(path));

/** Those that the user switched on and whose hosts the browser granted; both may be taken back at any time. */
async function wanted(): Promise<OptionalSite[]> {
  const { on } = readStored(settingsFields, await stored.settings.getValue()).value;
  const granted = await Promise.all(
    OPTIONAL_SITES.map(
      async (site) =>
        on.includes(site) && (await browser.permissions.contains({ origins: patterns(SITE_HOSTS[site]) })),
    ),
  );
  return OPTIONAL_SITES.filter((_, at) => granted[at]);
}

/** Registers the scripts of the sites that are on and takes back those of the others. */
async function register(): Promise<void> {
  /* An optional permission: without it nothing of ours can be registered. */
  const { scripting } = browser as Partial<typeof browser>;
  if (!scripting?.registerContentScripts) return;
  const on = await wanted();
  const registered = await scripting.getRegisteredContentScripts();
  /* An earlier version may have registered other files: they count as gone, or the site would stay without a guard. */
  const there = registered
    .filter(({ id, js }) => on.some((site) => idOf(site) === id && isSameList(js, scriptsOf(site))))
    .map(({ id }) => id);
  const gone = registered.map(({ id }) => id).filter((id) => !there.includes(id));
  if (gone.length) await scripting.unregisterContentScripts({ ids: gone });
  const missing = on.filter((site) => !there.includes(idOf(site)));
  if (missing.length)
    await scripting.registerContentScripts(
      missing.map((site) => ({
        id: idOf(site),
        matches: patterns(SITE_HOSTS[site]),
        js: scriptsOf(site),
        runAt: "document_start" as const,
        allFrames: true,
        matchOriginAsFallback: true,
        persistAcrossSessions: true,
      })),
    );
}

/**
 * Gives back the access to sites that were switched off, and with the last of them the permission to register scripts.
 * Here rather than in the settings page, which may be closed right after the switch.
 */
async function revokeAccess(sites: readonly OptionalSite[], last: boolean): Promise<void> {
  const origins = sites.flatMap((site) => patterns(SITE_HOSTS[site]));
  /* The settings decide already: access that a browser keeps (granted by a policy) has no effect. */
  await browser.permissions.remove({ origins }).catch(() => {});
  if (last) await browser.permissions.remove({ permissions: ["scripting"] }).catch(() => {});
}

/** Hosts of the sites that are on, for the badge of tabs that were open before. */
export const askedPatterns = async (): Promise<string[]> =>
  (await wanted()).flatMap((site) => patterns(SITE_HOSTS[site]));

const queued = serialQueue();
/** Two at once would register the same script twice. A fault leaves the site unguarded, as it was. */
const inTurn = (then: () => void, work: () => Promise<void> = async () => {}): void => {
  queued(async () => {
    await register();
    await work();
    then();
  }).catch((error: unknown) => console.warn("sites that are asked for:", String(error)));
};

/**
 * Keeps the scripts of WhatsApp and Telegram registered while the user wants them: after a change of the settings or of
 * the permissions, and at every start, as Chromium forgets registered scripts with an update.
 * @param changed called when the scripts are as they should be.
 */
export function startAsked(changed: () => void): void {
  browser.permissions.onAdded.addListener(() => inTurn(changed));
  browser.permissions.onRemoved.addListener(() => inTurn(changed));
  stored.settings.watch((now, before) => {
    const on = (value: unknown) => readStored(settingsFields, value).value.on.filter(isOptional).toSorted();
    const kept = on(now);
    const gone = on(before).filter((site) => !kept.includes(site));
    if (gone.length > 0) inTurn(changed, () => revokeAccess(gone, kept.length === 0));
    else if (kept.join() !== on(before).join()) inTurn(changed);
  });
  inTurn(() => {});
}
