/** Cases of a page that says in its own slots how its actions are performed. Whatever needs more has a file here. */
import type { Row, TestPage } from "../lib/pages.ts";
import type { Target } from "../lib/types.ts";
import {
  type ActionCase,
  buttonWays,
  type Doing,
  type PageCases,
  sendWays,
  twoStepWays,
  type Way,
} from "./case.ts";

/** A slot by its path ("S.posts[0].like"), or else a selector for what appears later. */
const at = (where: string): Target =>
  where.startsWith("S.") ? `[${where}].flat()[0]` : `document.querySelector(${JSON.stringify(where)})`;

/** Opens the editor by some clicks before each way of sending. */
const after = (opens: readonly string[], ways: readonly Way[]): Way[] =>
  ways.map((way) => ({
    ...way,
    perform: async (doing: Doing) => {
      for (const open of opens) {
        await doing.visit.click(at(open));
        if (await doing.askedEarly()) return;
      }
      await way.perform(doing);
    },
  }));

function waysOf({ button, then, open = [], editor, send, key }: Row): Way[] {
  if (editor) return after(open, sendWays(at(editor), send && at(send), key));
  if (!button) throw new Error("a row needs a button or an editor");
  return then ? twoStepWays(at(button), at(then)) : buttonWays(at(button));
}

/** All cases of one page, as its rows say. */
export function rowCases(page: TestPage): PageCases {
  const cases = (page.slots.rows ?? []).map(
    (row): ActionCase => ({
      action: row.action,
      sends: row.sends ?? row.action,
      about: row.about,
      ...(row.about === "post" ? { post: 0 } : {}),
      ways: waysOf(row),
      undoable: row.undoable ?? false,
    }),
  );
  return { page, cases, blanks: page.slots.blanks ?? [] };
}
