/** What a page knows of accounts: told by the background, or in a private window by its own memory. */
import { beforeEach, expect, it, vi } from "vitest";
import type { Assessment, Surface } from "../../../src/domain/assessment.ts";
import { NO_SEEN, seenListOf, withKey, withSeen } from "../../../src/storage/seen-accounts.ts";

let isPrivate = false;
const sent: unknown[] = [];
let kept = withKey(NO_SEEN);
vi.mock("../../../src/content/lifetime.ts", () => ({ canRecord: () => !isPrivate, isAlive: () => true }));
vi.mock("../../../src/messaging/messages.ts", () => ({
  sendMessage: async (_: string, post: { account: string; post: string } | null) => {
    sent.push(post);
    if (post) kept = withSeen(kept, post);
    return seenListOf(kept);
  },
}));
const { makeSeenAccounts } = await import("../../../src/content/seen-accounts.ts");

beforeEach(() => {
  isPrivate = false;
  sent.length = 0;
  kept = withKey(NO_SEEN);
});
const ACCOUNT = "x:handle:warga";
const found = (more: Partial<Assessment> = {}) =>
  ({ explicit: true, account: ACCOUNT, ...more }) as Assessment;
const post = (text: string, site: Surface["site"] = "x"): Surface => ({ site, kind: "post", text });

for (const where of ["an ordinary", "a private"] as const)
  it(`in ${where} window an account counts from its third post on, and is told once`, async () => {
    isPrivate = where === "a private";
    const changed = vi.fn();
    const seen = makeSeenAccounts(changed);
    seen.add(post("satu"), found());
    seen.refresh();
    seen.add(post("dua"), found());
    seen.add(post("dua"), found());
    await new Promise((done) => setTimeout(done, 50));
    expect([seen.isCampaign(ACCOUNT), changed.mock.calls.length]).toEqual([false, 0]);
    seen.add(post("tiga"), found());
    await vi.waitFor(() => expect(changed).toHaveBeenCalled());
    seen.isCampaign(ACCOUNT);
    await vi.waitFor(() => expect(seen.isCampaign(ACCOUNT)).toBe(true));
    seen.isCampaign("x:handle:lain");
    await new Promise((done) => setTimeout(done, 50));
    expect(seen.isCampaign("x:handle:lain")).toBe(false);
    expect(sent.length > 0).toBe(!isPrivate);
    expect(JSON.stringify(sent)).not.toMatch(/warga|satu|dua|tiga/);
  });

it("counts nothing that is not explicit, has no account or is in a chat", async () => {
  const seen = makeSeenAccounts(() => {});
  seen.refresh();
  await new Promise((done) => setTimeout(done, 20));
  seen.add(post("satu"), found({ explicit: undefined }));
  seen.add(post("satu"), found({ account: undefined }));
  seen.add(post("satu", "whatsapp"), found());
  await new Promise((done) => setTimeout(done, 20));
  expect(sent).toEqual([null]);
});
