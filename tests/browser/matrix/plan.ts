/**
 * Plans the cells: every action of a site once in full, its other ways lightly. The same code hears mouse, touch and
 * keyboard on every site, so what follows a hold need not be repeated for each way.
 */
import type { BrowserKind } from "../lib/types.ts";
import type { ActionCase, PageCases, Way } from "./case.ts";

/**
 * `full`: neutral content passes, campaign is held, Batal leaves nothing, Tetap lanjutkan acts once, the undo passes
 * unasked. `light`: the first three.
 */
export type Depth = "full" | "light";

export interface Planned {
  of: PageCases;
  what: ActionCase;
  way: Way;
  depth: Depth;
}

/** The planned depth of each way; every page has ways of its own. */
export type Plan = ReadonlyMap<Way, Planned>;

export const kindOfWay = ({ way, by }: Way): string => `${way}: ${by}`;

/** Counts by name; 0 by default. */
class Tally {
  readonly #counts = new Map<string, number>();
  add = (name: string): void => void this.#counts.set(name, this.of(name) + 1);
  of = (name: string): number => this.#counts.get(name) ?? 0;
}

/** The first item with the smallest value. */
function least<T>(all: readonly T[], size: (one: T) => number): T {
  return all.reduce((best, one) => (size(one) < size(best) ? one : best));
}

/** An action of a site on each of its pages, in page order. */
type Group = { of: PageCases; what: ActionCase }[];

/** The cases of hand-made pages by site and action. */
function byAction(pages: readonly PageCases[]): Group[] {
  const groups = new Map<string, Group>();
  for (const of of pages)
    for (const what of of.cases) {
      const name = `${of.page.site}\t${what.action}`;
      groups.set(name, [...(groups.get(name) ?? []), { of, what }]);
    }
  return [...groups.values()];
}

const wayOf = (what: ActionCase, kind: string): Way | undefined =>
  what.ways.find((way) => kindOfWay(way) === kind);

/** All ways of all actions, dealt out in turn among the pages that have them. */
function everyWay(group: Group): Planned[] {
  const cells: Planned[] = [];
  const used = new Tally();
  const onPage = new Tally();
  const deal = ({ of, what }: Group[number], way: Way) => {
    cells.push({ of, what, way, depth: "light" });
    used.add(kindOfWay(way));
    onPage.add(of.page.name);
  };
  for (const kind of new Set(group.flatMap(({ what }) => what.ways.map(kindOfWay)))) {
    const having = group.filter(({ what }) => wayOf(what, kind));
    const one = least(having, ({ of }) => onPage.of(of.page.name));
    deal(one, wayOf(one.what, kind)!);
  }
  for (const one of group)
    if (!onPage.of(one.of.page.name))
      deal(
        one,
        least(one.what.ways, (way) => used.of(kindOfWay(way))),
      );
  return cells;
}

/** Makes cells full until every kind of way and every page has one. */
function deepen(cells: readonly Planned[], full: Tally): void {
  const make = (cell: Planned) => {
    if (cell.depth === "full") return;
    cell.depth = "full";
    for (const name of [kindOfWay(cell.way), cell.of.page.site, cell.of.page.name]) full.add(name);
  };
  for (const kind of new Set(cells.map(({ way }) => kindOfWay(way))))
    if (!full.of(kind))
      make(
        least(
          cells.filter(({ way }) => kindOfWay(way) === kind),
          ({ of }) => full.of(of.page.site),
        ),
      );
  for (const cell of cells) if (!full.of(cell.of.page.name)) make(cell);
}

/** Chromium: every way of every action, one of them in full. */
function inChromium(groups: readonly Group[]): Planned[] {
  const full = new Tally();
  const cells = groups.flatMap((group) => {
    const some = everyWay(group);
    const chosen = least(some, ({ way }) => full.of(kindOfWay(way)));
    chosen.depth = "full";
    for (const name of [kindOfWay(chosen.way), chosen.of.page.site, chosen.of.page.name]) full.add(name);
    return some;
  });
  deepen(cells, full);
  return cells;
}

/**
 * The kinds of ways that Firefox tries of an action although Chromium tries them as well: the first mouse way on every
 * page, the first keyboard way, and all ways of a site's first action. The order of events differs between browsers by
 * site as well as by way.
 */
function usualKinds(group: Group, isFirstOfSite: boolean): ReadonlySet<string> {
  const first = ({ ways }: ActionCase, name: Way["way"]) => ways.find(({ way }) => way === name);
  const ways = group.flatMap(({ what }) => first(what, "mouse") ?? what.ways[0] ?? []);
  const keyboard = group[0] && first(group[0].what, "keyboard");
  if (keyboard) ways.push(keyboard);
  if (isFirstOfSite && group[0]) ways.push(...group[0].what.ways);
  return new Set(ways.map(kindOfWay));
}

/**
 * Firefox: every action of every page by the way used least elsewhere; then the usual ways that an action lacks; each
 * kind of way once in full.
 */
function inFirefox(groups: readonly Group[]): Planned[] {
  const used = new Tally();
  const inFull = new Set(inChromium(groups).flatMap(({ way, depth }) => (depth === "full" ? [way] : [])));
  const sites = new Set<string>();
  const cells = groups.flatMap((group) => {
    const some = group.map(({ of, what }): Planned => {
      const way = least(what.ways, (one) => used.of(kindOfWay(one)) * 2 + Number(inFull.has(one)));
      used.add(kindOfWay(way));
      return { of, what, way, depth: "light" };
    });
    const isFirstOfSite = group.some(({ of }) => !sites.has(of.page.site));
    for (const { of } of group) sites.add(of.page.site);
    for (const kind of usualKinds(group, isFirstOfSite)) {
      if (some.some(({ way }) => kindOfWay(way) === kind)) continue;
      const having = group.filter(({ what }) => wayOf(what, kind));
      const { of, what } = least(having, (one) => some.filter((cell) => cell.of === one.of).length);
      some.push({ of, what, way: wayOf(what, kind)!, depth: "light" });
    }
    return some;
  });
  const tried = new Set(cells.map(({ way }) => kindOfWay(way)));
  for (const { of, what } of groups.flat())
    for (const way of what.ways)
      if (!tried.has(kindOfWay(way))) {
        cells.push({ of, what, way, depth: "light" });
        tried.add(kindOfWay(way));
      }
  deepen(cells, new Tally());
  return cells;
}

/** Saved pages differ from each other only in the site's markup: each action once, in full, in Chromium. */
function onSaved(pages: readonly PageCases[]): Planned[] {
  return pages.flatMap((of) =>
    of.cases.flatMap((what): Planned[] => {
      const way = what.ways.find((one) => one.way === "mouse") ?? what.ways[0];
      return way ? [{ of, what, way, depth: "full" }] : [];
    }),
  );
}

/**
 * @param pages all pages of all sites: kinds of ways are distributed among sites
 * @param long everything in full
 */
export function planFor(browser: BrowserKind, pages: readonly PageCases[], long = false): Plan {
  const all = (): Planned[] =>
    pages.flatMap((of) =>
      of.cases.flatMap((what) => what.ways.map((way): Planned => ({ of, what, way, depth: "full" }))),
    );
  const short = (): Planned[] => {
    const groups = byAction(pages.filter(({ page }) => page.handMade));
    if (browser === "firefox") return inFirefox(groups);
    return [...inChromium(groups), ...onSaved(pages.filter(({ page }) => !page.handMade))];
  };
  return new Map((long ? all() : short()).map((cell) => [cell.way, cell]));
}
