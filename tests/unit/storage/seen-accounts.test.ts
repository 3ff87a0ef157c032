/** Accounts that were seen to call to vote: a pure count by tags. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readStored } from "../../../src/storage/fields.ts";
import {
  MAX_SEEN,
  MIN_POSTS,
  NO_SEEN,
  type SeenPost,
  seenFields,
  seenListOf,
  tagsOf,
  withKey,
  withSeen,
} from "../../../src/storage/seen-accounts.ts";

const hex = (n: number): string => n.toString(16).padStart(64, "0");
const posts = fc.array(
  fc.record({ account: fc.nat({ max: 4 }).map(hex), post: fc.nat({ max: 5 }).map(hex) }),
  { maxLength: 40 },
);
const all = (seen: readonly SeenPost[]) => seen.reduce(withSeen, withKey(NO_SEEN));

describe("accounts over time", () => {
  it("count as campaign accounts from three different posts on, whatever the order and however often each is seen", () => {
    fc.assert(
      fc.property(posts, (seen) => {
        const expected = [...new Set(seen.map((one) => one.account))].filter(
          (account) =>
            new Set(seen.filter((one) => one.account === account).map(({ post }) => post)).size >= 3,
        );
        expect(seenListOf(all(seen)).campaign.toSorted()).toEqual(expected.toSorted());
        expect(readStored(seenFields, all(seen)).problem).toBeUndefined();
      }),
    );
  });

  it("are kept apart: the posts of one never count for another", () => {
    fc.assert(
      fc.property(posts, (seen) => {
        const mine = hex(0);
        const alone = all(seen.filter(({ account }) => account === mine));
        expect(seenListOf(all(seen)).campaign.includes(mine)).toBe(seenListOf(alone).campaign.includes(mine));
      }),
    );
  });

  it("seen longest ago are dropped first, beyond the limit", () => {
    let seen = withKey(NO_SEEN);
    for (let account = 0; account < MAX_SEEN + 5; account++)
      for (let post = 0; post < MIN_POSTS; post++)
        seen = withSeen(seen, { account: hex(account), post: hex(post) });
    expect(seenListOf(seen).campaign).toHaveLength(MAX_SEEN);
    expect(seenListOf(seen).campaign).not.toContain(hex(4));
    expect(readStored(seenFields, seen).problem).toBeUndefined();
  });

  it("leave no name and no text in the storage; a post folded or unfolded is one post", async () => {
    const { key } = withKey(NO_SEEN);
    const text = `Ayo coblos nomor 2! ${"kata ".repeat(60)}`;
    const one = await tagsOf(key, "x:handle:warga", text);
    expect(await tagsOf(key, "x:handle:warga", ` ${text.slice(0, 120)}`)).toEqual(one);
    expect((await tagsOf(key, "x:handle:lain", text)).post).not.toBe(one.post);
    expect((await tagsOf(withKey(NO_SEEN).key, "x:handle:warga", text)).account).not.toBe(one.account);
    expect(JSON.stringify(withSeen(withKey(NO_SEEN), one))).not.toMatch(/warga|coblos/);
  });
});
