/** Careless input at keys and at the question: holding a key down, clicking twice. */
import { describe, expect, it } from "vitest";
import { openQuestion, startIn } from "./guard.ts";
import { oneControl } from "./one-control.ts";
import { openPage } from "./page.ts";
import { RULES, siteOf } from "./site.ts";
import { BROWSER, User } from "./user.ts";

describe("a held key", () => {
  it("a key released in another window does not make the guard suppress the next press", async () => {
    const { page, user, judge, control } = await oneControl();
    const heard: [string, boolean, boolean][] = [];
    for (const type of ["keydown", "keyup"])
      page.doc.addEventListener(type, (e) =>
        heard.push([type, (e as KeyboardEvent).repeat, e.defaultPrevented]),
      );
    control.focus();
    await user.keyDown(" ");
    expect(judge).toHaveBeenCalledTimes(1);
    await user.keyDown(" ");
    expect([heard, judge.mock.calls.length]).toEqual([[], 1]);
    /* Another window has the focus when the key is released. */
    window.focus();
    await user.keyUp(" ");
    judge.mockImplementation(() => false);
    control.focus();
    await user.keyDown(" ");
    await user.keyUp(" ");
    expect(heard).toEqual([
      ["keydown", false, false],
      ["keyup", false, false],
    ]);
  });
});

describe("Space", () => {
  it.each([
    ["a", "button", 1],
    ["a", null, 0],
    ["button", null, 0],
    ["div", "button", 1],
  ])("Space on <%s role=%s> is judged as a key press %i times", async (name, role, judged) => {
    const { user, judge, control } = await oneControl(name, ["click"]);
    if (role) control.setAttribute("role", role);
    control.focus();
    await user.key(" ");
    expect(judge).toHaveBeenCalledTimes(judged);
  });
});

describe("a reaction picker", () => {
  /** The picker closes when the mouse leaves it; the site performs the chosen reaction. */
  async function picker() {
    const page = await openPage();
    const box = page.add("div", [200, 520, 200, 60]);
    const item = page.add("div", [20, 10, 40, 40], box);
    item.setAttribute("data-post", "warn 1");
    const told: string[] = [];
    page.doc.addEventListener("mouseout", ({ target, relatedTarget, isTrusted }) => {
      if (!box.contains(target as Node) || box.contains(relatedTarget as Node | null)) return;
      told.push(isTrusted ? "left" : "left, as the guard says");
      box.remove();
    });
    const chosen: boolean[] = [];
    item.addEventListener("click", (event) => chosen.push(event.isTrusted));
    const log: string[] = [];
    const site = siteOf([item]);
    const reacts = (target: Element) => {
      const intent = site.press(target);
      return intent && { ...intent, action: "react" as const };
    };
    const { signal } = new AbortController();
    startIn(page, { ...site, press: reacts }, signal, {
      record: ({ entry }) => void log.push(entry.choice),
    }).use(RULES);
    const user = new User(page);
    await user.moveTo({ x: 900, y: 700 });
    await user.click(item);
    await page.pass(400);
    return { user, box, told, chosen, log };
  }
  /** Positions of the question's answers (site.ts). */
  const BATAL = { x: 370, y: 440 };
  const LANJUTKAN = { x: 490, y: 440 };

  it("the picker stays open while its reaction is held and the mouse leaves it, and then gets the reaction once", async () => {
    const { user, box, told, chosen, log } = await picker();
    await user.moveTo(LANJUTKAN);
    expect([told, box.isConnected, chosen]).toEqual([[], true, []]);
    await user.click(LANJUTKAN);
    expect([log, chosen, told]).toEqual([["continued"], [false], ["left, as the guard says"]]);
  });
  it("the picker gets the mouse's leaving after the answer, and closes", async () => {
    const { user, box, told, chosen, log } = await picker();
    await user.click(BATAL);
    expect([log, chosen, told]).toEqual([["cancelled"], [], ["left, as the guard says"]]);
    expect(box.isConnected).toBe(false);
  });
});

/** A campaign post whose like control lies where the question's *Batal* will be drawn. */
async function post() {
  const page = await openPage();
  const control = page.add("div", [320, 420, 100, 40]);
  control.setAttribute("data-post", "warn 1");
  control.setAttribute("role", "button");
  control.tabIndex = 0;
  const log: string[] = [];
  const life = new AbortController();
  startIn(page, siteOf([control]), life.signal, { record: ({ entry }) => void log.push(entry.choice) }).use(
    RULES,
  );
  const isOpen = () => page.shows.length > 0 && !!page.doc.documentElement.querySelector(":scope > div");
  return { page, user: new User(page), control, log, isOpen };
}

describe("the question", () => {
  it.each(["Enter", " "])(
    "the question ignores a key still held down from the action itself: %j",
    async (key) => {
      const { user, control, log, isOpen } = await post();
      control.focus();
      await user.keyDown(key);
      expect(isOpen()).toBe(true);
      for (let turn = 0; turn < 3; turn++) await user.keyDown(key);
      await user.keyUp(key);
      expect([log, isOpen()]).toEqual([[], true]);
      await user.key(key);
      expect(log).toEqual(["cancelled"]);
    },
  );
  it("the question lets a held Tab move the focus repeatedly", async () => {
    const page = await openPage();
    const user = new User(page);
    const { guard, button } = openQuestion(page);
    button("cancel").focus();
    await user.keyDown("Tab");
    await user.keyDown("Tab");
    await user.keyUp("Tab");
    expect(guard.root.activeElement).toBe(button("not-campaign"));
  });
  it("the question takes a mouse click in the corner of the screen as outside, not as a key press", async () => {
    const page = await openPage();
    const { answers, button } = openQuestion(page);
    await page.pass(400);
    button("continue").focus();
    await new User(page).click({ x: 0, y: 0 });
    expect(answers).toEqual(["cancel"]);
  });
  it("the question ignores the second half of a double click, wherever it lands", async () => {
    const { user, control, log, isOpen } = await post();
    await user.doubleClick(control);
    expect([log, isOpen()]).toEqual([[], true]);
  });
  it.runIf(BROWSER === "chromium")(
    "the question accepts a second click once it was visible long enough",
    async () => {
      const page = await openPage();
      const { answers, button } = openQuestion(page);
      await page.pass(299);
      await new User(page).click(button("continue"), "left", 2);
      expect(answers).toEqual([]);
      await page.pass(600);
      await new User(page).click(button("continue"), "left", 2);
      expect(answers).toEqual(["continue"]);
    },
  );
});
