/**
 * Accounts of the bundled ruleset on X: campaign accounts are held whatever they say, every ticket alike; news, KPU,
 * Bawaslu and government never are; a party's ordinary account is noticed only, outside the stages.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BROWSER, builtExtension, launch } from "./lib/launch.ts";
import { isHeld } from "./lib/outcome.ts";
import { pageNamed } from "./lib/pages.ts";
import { ready } from "./lib/ready.ts";
import type { Visit } from "./lib/visit.ts";

interface Account {
  site: string;
  handle?: string;
  kind: string;
  ticket?: string;
}

const { roster } = JSON.parse(
  readFileSync(join(builtExtension(BROWSER), "rulesets/bundled.json"), "utf8"),
) as {
  roster: { accounts: Account[] };
};
const onX = roster.accounts.filter((account) => account.site === "x" && account.handle);
const some = (kind: string, n: number, ticket?: string) =>
  onX
    .filter((a) => a.kind === kind && (!ticket || a.ticket?.endsWith(ticket)))
    .slice(0, n)
    .map((a) => a.handle!);

let visit: Visit;
beforeAll(async () => {
  visit = await launch(BROWSER);
});
afterAll(async () => {
  await visit?.close();
});

const ORDINARY = "Selamat pagi, semoga hari ini menyenangkan.";

/** Likes a post without politics by this account. */
async function likePostOf(handle: string): Promise<boolean> {
  await visit.open(pageNamed("x", "hand_x_home_id").source);
  const post = { author: "Akun Uji", handle, text: ORDINARY };
  await visit.evaluate(`__setPost(__slots.posts[0].post, ${JSON.stringify(post)})`);
  await ready(visit);
  await visit.click("S.posts[0].like");
  const held = await isHeld(visit);
  expect(await visit.settled(held ? 0 : 1)).toBe(held ? 0 : 1);
  if (held) await visit.answer("cancel");
  return held;
}

/** Follows this account on its profile. */
async function follow(handle: string): Promise<boolean> {
  await visit.open(pageNamed("x", "hand_x_profile_id").source);
  await visit.evaluate(
    `__navigate("/${handle}", { delay: 5, profile: { name: "Akun Uji", handle: "${handle}", bio: "" } })`,
  );
  await visit.evaluate(`__slots.profile.follow.setAttribute("aria-label", "Ikuti @${handle}")`);
  await ready(visit);
  await visit.click("S.profile.follow");
  const held = await isHeld(visit);
  expect(await visit.settled(held ? 0 : 1)).toBe(held ? 0 : 1);
  if (held) await visit.answer("cancel");
  return held;
}

describe("campaign accounts of the tickets of 2024", () => {
  for (const ticket of ["presiden/01", "presiden/02", "presiden/03"])
    test(`holds likes and follows of the candidate's and the volunteers' accounts of ${ticket}`, async () => {
      const handles = [...some("candidate", 1, ticket), ...some("volunteer", 1, ticket)];
      expect(handles).toHaveLength(2);
      for (const handle of handles) {
        expect(await likePostOf(handle), `like a post of @${handle}`).toBe(true);
        expect(await follow(handle), `follow @${handle}`).toBe(true);
      }
    });
});

describe("accounts that are not a campaign's", () => {
  test.each(["press", "kpu", "bawaslu", "government", "party"])(
    "holds no like and no follow of a %s account",
    async (kind) => {
      const [handle] = some(kind, 1);
      expect(handle).toBeDefined();
      expect(await likePostOf(handle!), `like a post of @${handle}`).toBe(false);
      expect(await follow(handle!), `follow @${handle}`).toBe(false);
    },
  );
});
