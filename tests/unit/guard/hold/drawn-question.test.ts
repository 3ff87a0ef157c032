/** The question as the overlay draws it, in a real page: who changed it, and whether a button is as it was drawn. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import "../../../../src/i18n/overlay-languages.ts";
import { positionBeside } from "../../../../src/dom/anchored-position.ts";
import type { Answer } from "../../../../src/domain/warning.ts";
import { guardRoot } from "../../../../src/guard/hold/overlay-root.ts";
import { setLanguage } from "../../../../src/i18n/overlay.ts";
import { isAsDrawn } from "../../../../src/overlay/as-drawn.ts";
import { type MountedWarning, mountWarning } from "../../../../src/overlay/mount-dialog.tsx";
import { warning } from "../../../browser/ui/fixtures.ts";
import { openPage, type TestPage } from "../page.ts";

let page: TestPage;
let root: ShadowRoot;
let drawn: MountedWarning;
let answers: Answer[];

beforeEach(async () => {
  page = await openPage();
  const guard = guardRoot(page.doc);
  root = guard.root;
  answers = [];
  drawn = mountWarning(root, warning(), (answer) => void answers.push(answer));
  guard.attach();
  drawn.element.showModal();
  drawn.arm(true);
  for (const appears of drawn.element.getAnimations()) appears.finish();
});
afterEach(() => {
  drawn.unmount();
  setLanguage("id");
});
const one = (selector: string) => drawn.element.querySelector<HTMLElement>(selector)!;
const button = (answer: Answer) => one(`[data-answer="${answer}"]`);
const addStyle = (css: string) => {
  const style = page.doc.createElement("style");
  style.textContent = css;
  root.append(style);
};
const swap = () => {
  const [a, b] = [button("cancel"), button("continue")];
  [a.textContent, b.textContent] = [b.textContent, a.textContent];
};

describe("a change inside the question that is not ours", () => {
  it.each<[string, () => void]>([
    ["swaps two labels", swap],
    ["changes a letter of the headline", () => (one("h2 span").firstChild as Text).replaceData(0, 1, "x")],
    ["changes the order", () => button("continue").style.setProperty("order", "-1")],
    ["gives a button another meaning", () => button("cancel").setAttribute("data-answer", "continue")],
    ["adds a style", () => one(".body").append(page.doc.createElement("style"))],
    ["removes a paragraph", () => one("p").remove()],
    ["gives the dialog another class", () => drawn.element.classList.add("x")],
  ])("cancels it where it %s", async (_, change) => {
    change();
    await page.settle();
    expect(answers[0]).toBe("cancel");
  });

  it("is told from the guard's, the browser's and our own", async () => {
    drawn.arm(false);
    await page.settle();
    drawn.arm(true);
    one("details").setAttribute("open", "");
    positionBeside(drawn.element, button("cancel").getBoundingClientRect(), page.view);
    drawn.element.close();
    drawn.element.showModal();
    setLanguage("en");
    await page.pass(100);
    expect(button("cancel").textContent).toBe("Cancel");
    expect(answers).toEqual([]);
  });
});

describe("an answer's button", () => {
  const all = () => (["cancel", "continue", "not-campaign"] as const).map((name) => isAsDrawn(button(name)));

  it.each(["id", "en"] as const)(
    "is as it was drawn in a page that leaves it alone, in %s",
    async (language) => {
      setLanguage(language);
      await page.pass(100);
      expect(all()).toEqual([true, true, true]);
    },
  );

  it.each<[string, () => void]>([
    ["says what another one said", swap],
    ["is invisible with its dialog", () => addStyle("dialog{opacity:0!important}")],
    ["is invisible by an animation", () => void drawn.element.animate([{ opacity: 0 }, { opacity: 0 }], 1e6)],
    ["is hidden", () => addStyle("button{visibility:hidden!important}")],
    ["lies in another order", () => addStyle("button{order:-1!important}")],
    ["lies elsewhere", () => addStyle("button{transform:translate(200px)!important}")],
    ["is blurred", () => addStyle(".body{filter:blur(9px)!important}")],
    ["is cut off", () => addStyle("button{clip-path:inset(50%)!important}")],
  ])("is not as it was drawn where it %s", (_, change) => {
    change();
    expect(isAsDrawn(button("continue"))).toBe(false);
  });
});
