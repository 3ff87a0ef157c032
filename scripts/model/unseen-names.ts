import { createAssessor } from "../../src/engine/detection/assess.ts";
import type { Engine } from "../../src/engine/ruleset/compile/index.ts";
import { shortName } from "../../src/engine/ruleset/compile/short-names.ts";
import { labelled } from "./labelled-texts.ts";
import { slotted } from "./name-slots.ts";

/**
 * Compares the same campaign texts with their original names, seen in training, and with names of invented tickets that
 * only the roster contains. The models are the shipped ones, which saw the texts; both columns alike.
 */
export function freshNames(folder: string, known: Engine, fresh: Engine, roster: unknown): string[] {
  const pairs = (roster as { paslon: { calon: string; wakil: string }[] }).paslon.map(({ calon, wakil }) =>
    [calon, wakil].map((name) => shortName(name).short),
  );
  const withOld = createAssessor(known);
  const withNew = createAssessor(fresh);
  const counts = { texts: 0, oldNotice: 0, newNotice: 0, oldWarn: 0, newWarn: 0 };
  for (const row of labelled(folder)) {
    if (row.label !== "campaign" || row.confidence < 2) continue;
    const text = slotted(known, row.text);
    if (text === undefined) continue;
    const [first, second] = pairs[counts.texts % pairs.length]!;
    const changed = text.pieces
      .map((piece, i) => {
        if (i >= text.slots.length) return piece;
        const slot = text.slots[i]!;
        const name = slot === "pair" ? `${first}-${second}` : slot === 0 ? first! : second!;
        return piece + (piece.endsWith("#") ? name.replace(/\W/g, "") : name);
      })
      .join("");
    const before = withOld({ site: "x", kind: "post", text: row.text }, { date: "2026-11-21" }).level;
    const after = withNew({ site: "x", kind: "post", text: changed }, { date: "2026-11-21" }).level;
    counts.texts++;
    if (before !== "clear") counts.oldNotice++;
    if (after !== "clear") counts.newNotice++;
    if (before === "warn") counts.oldWarn++;
    if (after === "warn") counts.newWarn++;
  }
  const share = (count: number): string => ((count / counts.texts) * 100).toFixed(1);
  return [
    "### Names never seen in training",
    "",
    `${counts.texts} campaign texts that name a known ticket, and the same with names of invented tickets given as a roster`,
    "(text alone; the shipped models, which saw the texts, in both rows).",
    "",
    "| | notice recall % | dialog recall % |",
    "|---|---|---|",
    `| names they came with | ${share(counts.oldNotice)} | ${share(counts.oldWarn)} |`,
    `| invented names | ${share(counts.newNotice)} | ${share(counts.newWarn)} |`,
    "",
  ];
}
