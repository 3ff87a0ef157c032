/**
 * A ruleset layer by address: only that address is requested, without anything that identifies the user, and the
 * version only rises.
 */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { PublisherKey } from "../../src/engine/ruleset/layers/signature.ts";
import { CALL, type Issue, publish, publisherKey, tempFolder } from "./layers/contest.ts";
import { useOnlyLayer } from "./layers/in-force.ts";
import {
  confirm,
  followAddress,
  isLikeHeld,
  settingsPage,
  speakIndonesian,
  textOf,
  waitUntilTrue,
} from "./layers/page.ts";
import { ADDRESS, type AgencyServer, agencyServer, HOST } from "./layers/server.ts";
import { manifestOf, withHost } from "./layers/test-build.ts";
import { BROWSER, builtExtension, launch } from "./lib/launch.ts";
import { pause, type Visit } from "./lib/visit.ts";

const folder = tempFolder();
let key: PublisherKey;
let issues: Record<1 | 2 | 3, Issue>;
let server: AgencyServer;
let visit: Visit;
let extension: string;
beforeAll(async () => {
  key = await publisherKey(folder);
  issues = { 1: await publish(folder, 1), 2: await publish(folder, 2), 3: await publish(folder, 3) };
  server = await agencyServer(issues[2].text);
  extension = withHost(builtExtension(BROWSER), folder, HOST);
  visit = await launch(BROWSER, "extension", { extension, tunnel: { host: HOST, port: server.port } });
  await visit.waitForRules();
  await speakIndonesian(visit);
});
afterAll(async () => {
  await visit?.close();
  await server?.close();
});

test("the test build differs from the real one in granting that host and in nothing else", () => {
  const real = manifestOf(builtExtension(BROWSER));
  const ours = manifestOf(extension);
  expect(ours).toEqual({ ...real, host_permissions: [...real.host_permissions, `https://${HOST}/*`] });
  expect(real.host_permissions).not.toContain(`https://${HOST}/*`);
});

test("control: the extension makes no request before the user follows the address", async () => {
  await useOnlyLayer(visit);
  expect(await isLikeHeld(visit, CALL)).toBe(false);
  expect(server.requests).toEqual([]);
});

/** Follows this version's address as a user who follows none so far. */
async function followVersion(version: 1 | 2 | 3): Promise<void> {
  await useOnlyLayer(visit);
  server.text = issues[version].text;
  const page = await settingsPage(visit);
  expect(await followAddress(page, ADDRESS)).toBe("confirm");
  expect(await textOf(page, "[data-confirm]")).toContain(key.fingerprint);
  expect(await textOf(page, "[data-layer=agency]")).toBe("");
  expect(await confirm(page)).toBe("added");
  await waitUntilTrue(page, `Boolean(document.querySelector("[data-feed]"))`);
  expect(await textOf(page, "[data-feed]")).toContain(ADDRESS);
  await page.close();
}

test("a followed layer is in force after its fingerprint is confirmed", async () => {
  await followVersion(2);
  expect(await isLikeHeld(visit, CALL)).toBe(true);
});

const version = async (): Promise<number> => {
  const page = await settingsPage(visit);
  const text = await textOf(page, "[data-layer=agency]");
  await page.close();
  return Number(/Versi (\d+)/.exec(text)?.[1]);
};

/** The stored address. */
const readFeed = (): Promise<{ nextAttempt: number } | null> =>
  visit.inExtension(`return (await inDatabase("rules", "layers", (store) => store.get("feed"))) ?? null;`);

/** Makes the address due and fires the hourly alarm. @returns the statuses of the new requests. */
async function fireAlarm(): Promise<number[]> {
  const before = server.requests.length;
  await visit.inExtension(`const feed = await inDatabase("rules", "layers", (store) => store.get("feed"));
    await inDatabase("rules", "layers", (store) => store.put({ ...feed, nextAttempt: 0 }, "feed"));
    await api.alarms.create("ruleset-refresh", { when: Date.now() + 200, periodInMinutes: 60 });`);
  for (let i = 0; i < 100; i++) {
    await pause(200);
    const feed = await readFeed();
    if (feed!.nextAttempt > 0) break;
  }
  return server.requests.slice(before).map((one) => one.status);
}

test("the alarm fetches the next version, and an unchanged file costs a 304", {
  timeout: 180_000,
}, async () => {
  await followVersion(2);
  expect(await fireAlarm()).toEqual([200]);
  expect(await fireAlarm()).toEqual([304]);
  server.text = issues[3].text;
  expect(await fireAlarm()).toEqual([200]);
  expect(await version()).toBe(3);
  expect(await fireAlarm()).toEqual([304]);
});

test("an older version is refused, and the page says what came instead", { timeout: 180_000 }, async () => {
  await followVersion(3);
  server.text = issues[1].text;
  expect(await fireAlarm()).toEqual([200]);
  expect(await version()).toBe(3);
  const page = await settingsPage(visit);
  expect(await textOf(page)).toMatch(/Percobaan terakhir gagal; .*lebih lama/);
  await page.close();
  server.text = issues[3].text.slice(0, 900);
  expect(await fireAlarm()).toEqual([200]);
  expect(await version()).toBe(3);
  expect(await isLikeHeld(visit, CALL)).toBe(true);
});

test("each request is a GET of that address only, without cookie, referrer or anything that identifies the user", () => {
  expect(server.requests.length).toBeGreaterThan(6);
  for (const { method, path, headers } of server.requests) {
    expect([method, path]).toEqual(["GET", "/dinas.json"]);
    expect(headers).not.toHaveProperty("cookie");
    expect(headers).not.toHaveProperty("referer");
    expect(headers).not.toHaveProperty("authorization");
    expect(JSON.stringify(headers)).not.toContain(visit.extensionId);
  }
  expect(visit.foreignHosts()).toEqual([]);
});

test("a dropped layer is no longer followed", async () => {
  await followVersion(3);
  const page = await settingsPage(visit);
  await page.clickOn("[data-layer=agency] button");
  await waitUntilTrue(
    page,
    `!document.querySelector("[data-layer=agency]") && !document.querySelector("[data-feed]")`,
  );
  await page.close();
  expect(await readFeed()).toBeNull();
  expect(await isLikeHeld(visit, CALL)).toBe(false);
});
