/** Cases of a page whose slots list its actions (`rows`). Sites that need more have a file of their own here. */
import type { About, Row, TestPage } from "../lib/pages.ts";
import type { Target } from "../lib/types.ts";
import {
  type ActionCase,
  afterSteps,
  buttonWays,
  clickOn,
  elementBy,
  type PageCases,
  sendWays,
  twoStepWays,
  type Way,
} from "./case.ts";

/** A slot by its path ("S.posts[0].like"), or a selector for an element that appears later. */
const at = (where: string): Target => (where.startsWith("S.") ? `[${where}].flat()[0]` : elementBy(where));

function waysOf({ button, then, open = [], editor, send, key }: Row): Way[] {
  if (editor)
    return afterSteps(
      sendWays(at(editor), send && at(send), key),
      ...open.map((opener) => clickOn(at(opener))),
    );
  if (!button) throw new Error("a row needs a button or an editor");
  return then ? twoStepWays(at(button), at(then)) : buttonWays(at(button));
}

const ON_POST: ReadonlySet<About> = new Set(["post", "quoted", "account"]);

/** All cases of one page, from its rows. */
export function rowCases(page: TestPage): PageCases {
  const cases = (page.slots.rows ?? []).map(
    (row): ActionCase => ({
      action: row.action,
      sends: row.sends ?? row.action,
      about: row.about,
      ...(ON_POST.has(row.about) ? { post: row.post ?? 0 } : {}),
      ways: waysOf(row).filter(({ way }) => !row.ways || row.ways.includes(way)),
      undoable: row.undoable ?? false,
    }),
  );
  return { page, cases, blanks: page.slots.blanks ?? [] };
}
