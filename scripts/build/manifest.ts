import { isShared, withShared } from "../../src/background/shared-scripts.ts";
import { ALL_PATTERNS } from "../../src/sites/hosts.ts";

/**
 * The project's part of the manifest, per browser. Every permission has a paragraph in docs/permissions.md and a golden
 * copy in tests/unit/manifest.test.ts: a change here needs a change there.
 */

interface WithScripts {
  content_scripts?: (InFrames & { js?: string[] | undefined })[] | undefined;
}

interface InFrames {
  all_frames?: boolean | undefined;
  match_origin_as_fallback?: boolean | undefined;
}

/**
 * A site's own script also goes into the frames of its pages, those without an address included: LinkedIn shows whole
 * feeds in one. Not so an embed's, which is for other sites' pages.
 */
const inFramesOf = (js: readonly string[] = []): InFrames =>
  js.some((file) => file.endsWith("-embed.js")) ? {} : { all_frames: true, match_origin_as_fallback: true };

/**
 * Puts the shared scripts around each site's own in the same entry: only there is the order certain. Removes the entry
 * that the build made for the shared scripts alone.
 */
export function shareScripts(made: WithScripts): void {
  /* Development has none: there the framework registers each script by itself. */
  if (!made.content_scripts) return;
  made.content_scripts = made.content_scripts.filter(({ js }) => !js?.every(isShared));
  for (const entry of made.content_scripts)
    Object.assign(entry, inFramesOf(entry.js), { js: withShared(entry.js ?? []) });
}

/** @param target WXT's name of the target: "chrome" (also Edge) or "firefox". */
export function manifest(target: string) {
  return {
    name: "__MSG_extensionName__",
    description: "__MSG_extensionDescription__",
    default_locale: "id",
    permissions: ["storage", "alarms"],
    host_permissions: [...ALL_PATTERNS],
    optional_permissions: ["notifications", "scripting"],
    optional_host_permissions: ["https://*/*"],
    /* No permission: the browser itself listens, and lets the user choose other keys. */
    commands: {
      "check-draft": { suggested_key: { default: "Alt+Shift+C" }, description: "__MSG_commandDraft__" },
    },
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
      : {
          minimum_chrome_version: "137",
          /*
           * Firefox needs no schema: it hands over a policy's content (src/engine/ruleset/layers/managed-policy.ts
           * validates both).
           */
          storage: { managed_schema: "rulesets/managed-schema.json" },
        }),
  };
}
