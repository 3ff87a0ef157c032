/** Class 13: the extension makes no network request in a session of 200 posts. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { openWithQuestion } from "./hostile/open.ts";
import { BROWSER, launch } from "./lib/launch.ts";
import { pause, type Visit } from "./lib/visit.ts";
import { CAMPAIGN, NEUTRAL } from "./matrix/content.ts";

let visit: Visit;
beforeAll(async () => {
  visit = await launch(BROWSER);
});
afterAll(() => visit?.close());

test("the extension makes no request during 200 posts, three answers and a look at the popup", async () => {
  await openWithQuestion(visit);
  await visit.answer("cancel");
  for (let at = 0; at < 200; at++) {
    const post = { author: `Warga ${at}`, handle: `w_${at}`, text: `${at % 20 ? NEUTRAL : CAMPAIGN} ${at}` };
    await visit.evaluate(`__recycle(0, ${JSON.stringify(post)})`);
    if (at % 10 === 0) await pause(220); // time for a reading: the guard gathers changes for 200 ms
  }
  for (const answer of ["not-campaign", "continue"] as const) {
    await visit.evaluate(
      `__recycle(0, ${JSON.stringify({ author: answer, handle: answer.replace("-", "_"), text: CAMPAIGN })})`,
    );
    await visit.click("S.posts[0].like");
    expect(await visit.waitForQuestion()).toBeDefined();
    await visit.answer(answer);
    await visit.settled(1);
    await visit.movePointerAway();
  }
  await (await visit.popup()).close();
  expect(visit.performed.length).toBe(2);
  expect(visit.foreignHosts()).toEqual([]);
  expect(visit.strayRequests).toEqual([]);
});
