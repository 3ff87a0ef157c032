/**
 * The manifest's own part, per browser. Every permission has a paragraph in docs/permissions.md and a golden copy in
 * tests/unit/manifest.test.ts: a change here must be made there too.
 */

/** Hosts of the sites that are guarded from the start. */
export const HOSTS = {
  facebook: [
    "https://facebook.com/*",
    "https://www.facebook.com/*",
    "https://web.facebook.com/*",
    "https://m.facebook.com/*",
  ],
  x: ["https://x.com/*", "https://mobile.x.com/*", "https://twitter.com/*", "https://mobile.twitter.com/*"],
} as const;

/** All of them, in the order of the manifest. */
export const ALL_HOSTS: readonly string[] = Object.values(HOSTS).flat();

/** @param target WXT's name of the target: "chrome" (also Edge) or "firefox". */
export function manifest(target: string) {
  return {
    name: "__MSG_extensionName__",
    description: "__MSG_extensionDescription__",
    default_locale: "id",
    permissions: ["storage", "alarms"],
    host_permissions: [...ALL_HOSTS],
    optional_permissions: ["notifications"],
    optional_host_permissions: ["https://*/*"],
    action: { default_title: "__MSG_extensionName__" },
    ...(target === "firefox"
      ? {
          browser_specific_settings: {
            gecko: {
              id: "jaga-netral@jaga-netral.example",
              strict_min_version: "140.0",
              data_collection_permissions: { required: ["none" as const] },
            },
            gecko_android: { strict_min_version: "142.0" },
          },
        }
      : { minimum_chrome_version: "137" }),
  };
}
