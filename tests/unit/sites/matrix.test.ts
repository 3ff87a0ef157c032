/** The action matrix of the browser tests has a row, or a blank with its reason, for every held action. */
import { describe, expect, it } from "vitest";
import { readSites } from "../../../scripts/sites/source.ts";
import { ACTIONS } from "../../../src/domain/vocabulary.ts";
import { pagesOf } from "../../browser/lib/pages.ts";
import { CASES } from "../../browser/matrix/all.ts";

const sites = readSites();

describe.each(sites)("%s", (id, { actions, screens = {} }) => {
  const held = ACTIONS.filter((action) => actions[action] === "held");
  /* Only pages of the project, which exist wherever the tests run. */
  const pages = pagesOf(id).filter((page) => page.handMade);
  const cells = pages.map(CASES[id]);
  const rows = cells.flatMap(({ cases }) => cases.map(({ action }) => action));
  const blanks = cells.flatMap((cell) => cell.blanks.map(({ action }) => action));
  const speaksOf = (action: string) => (name: string) => new RegExp(`\\b${action}\\b`).test(name);

  it.each(held)("tries the action %s or says why not", (action) => {
    expect([...rows, ...blanks].some(speaksOf(action))).toBe(true);
  });
  const tried = new Map(
    pagesOf(id).map((page) => [page.name, CASES[id](page).cases.map(({ action }) => action)]),
  );
  const named = Object.entries(screens).flatMap(([name, screen]) =>
    typeof screen === "string" ? [] : [{ name, ...screen }],
  );
  it.each(named)("tries what is held on the screen $name on the pages it names", (screen) => {
    const here = screen.pages.filter((page) => tried.has(page));
    /* Saved pages are no part of the project: without them nothing is known of a screen that has no other. */
    if (here.length < screen.pages.length && !here.some((page) => page.startsWith("hand_"))) return;
    expect(screen.pages.filter((page) => page.startsWith("hand_") && !tried.has(page))).toEqual([]);
    const rows = here.flatMap((page) => tried.get(page)!);
    expect(screen.held.filter((action) => !rows.some(speaksOf(action)))).toEqual([]);
    expect(screen.held.filter((action) => actions[action] !== "held")).toEqual([]);
  });
  it("tries most of the held actions", () => {
    expect(held.filter((action) => rows.some(speaksOf(action))).length).toBeGreaterThan(held.length / 2);
  });
  it("tries no action that the site's data do not call held", () => {
    const known = new Set<string>(held);
    expect(rows.map((name) => /^\w+/.exec(name)![0]).filter((name) => !known.has(name))).toEqual([]);
  });
});
