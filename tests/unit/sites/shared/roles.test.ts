/** Data and code match: code uses every role, and no site's script contains another site's selectors. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readSites } from "../../../../scripts/sites/source.ts";
import { rolesOf } from "../../../../src/sites/shared/roles.ts";
import { isJudged } from "../../lib/built.ts";
import { documentOf } from "../page.ts";

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
    /* The exceptions of a role are asked for with it. */
    expect(roles.filter((role) => !code.includes(`"${role.replace(/Not$/, "")}"`))).toEqual([]);
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

describe("the exceptions of a role", () => {
  const roles = rolesOf<"like" | "bare", never>({
    hosts: [],
    labels: {},
    selectors: { like: ["button", "a[href]"], likeNot: ["[data-no]", "nav a"], bare: ["p"] },
  });
  const doc = documentOf(
    '<button id="1"></button><button id="2" data-no></button><a id="3" href="/"></a><nav><a id="4" href="/"></a></nav><p></p>',
    "https://contoh.example/",
  );
  const found = (selector: string) => [...doc.querySelectorAll(selector)].map(({ id }) => id);

  it("take single elements back from the whole role and from each of its entries", () => {
    expect(found(roles.selectorOf("like"))).toEqual(["1", "3"]);
    expect(roles.selectorsOf("like").map(found)).toEqual([["1"], ["3"]]);
  });
  it("leave other roles alone", () => {
    expect([roles.selectorOf("bare"), roles.selectorsOf("bare")]).toEqual(["p", ["p"]]);
  });
});
