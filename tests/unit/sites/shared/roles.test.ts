/** Data and code match: code uses every role, and no site's script contains another site's selectors. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readSites } from "../../../../scripts/sites/source.ts";
import { isJudged } from "../../lib/built.ts";

const CODE = new URL("../../../../src/sites/", import.meta.url);
const SCRIPTS = new URL("../../../../.output/chrome-mv3/content-scripts/", import.meta.url);

const sites = readSites();
/** Code in every site's script, whose selectors belong to no site. */
const COMMON = readFileSync(new URL("../dom/text.ts", CODE), "utf8");
/** The code shared by messengers. Its types name every role, so only uses count. */
const MESSENGER = "shared/messenger.ts";
const isMessenger = (site: string) =>
  readFileSync(new URL(`${site}/adapter.ts`, CODE), "utf8").includes(`"../${MESSENGER}"`);
const codeOf = (site: string) =>
  [
    ...readdirSync(new URL(site, CODE)).map((file) => `${site}/${file}`),
    ...(isMessenger(site) ? [MESSENGER] : []),
  ]
    .map((file) => readFileSync(new URL(file, CODE), "utf8").replace(/^export type[^;]*;/gm, ""))
    .join("\n");

describe.each(sites)("%s", (id, source) => {
  it("has no role that its code does not ask for", () => {
    const code = codeOf(id);
    const roles = [...Object.keys(source.selectors), ...Object.keys(source.labels)];
    expect(roles.filter((role) => !code.includes(`"${role}"`))).toEqual([]);
  });

  const scripts = [id, `${id}-embed`]
    .map((name) => new URL(`${name}.js`, SCRIPTS))
    .filter((file) => isJudged("chrome") && existsSync(file));
  it.skipIf(scripts.length === 0).each(scripts)(
    "has a script of its own, without other sites' data: %s",
    (script) => {
      const text = readFileSync(script, "utf8");
      expect(text).not.toContain("unverified");
      const mine = new Set(Object.values(source.selectors).flat());
      for (const [other, { selectors }] of sites) {
        const theirs = Object.values(selectors)
          .flat()
          .filter((one) => one.length > 24 && !mine.has(one) && !COMMON.includes(one));
        if (other !== id)
          expect(
            theirs.filter((one) => text.includes(one)),
            other,
          ).toEqual([]);
      }
    },
  );
});
