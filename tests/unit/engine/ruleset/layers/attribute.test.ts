import { expect, test } from "vitest";
import { attributeWords } from "../../../../../src/engine/ruleset/layers/attribute.ts";
import { compose } from "../../../../../src/engine/ruleset/layers/compose.ts";
import type { Layer } from "../../../../../src/engine/ruleset/schema/index.ts";
import { small } from "../small.ts";

const base = small();
const TODAY = "2026-11-21";
const layer = (set: Layer["set"], publisher = "Dinas Contoh"): Layer => ({
  format: 1,
  kind: "layer",
  meta: {
    id: "dinas-contoh",
    title: { id: "Contoh", en: "Example" },
    version: 1,
    publisher,
    languages: ["id"],
    issued: "2026-11-01",
  },
  set,
  off: {},
});

test("an agency's words in a question are quoted behind its name, in every language; those of the bundle stay", () => {
  const [first, second] = base.rules;
  const own = { ...first!, title: { id: "Judul dinas", en: "Title" } };
  const layers = { agency: layer({ rules: [own] }) };
  const { rules, bases } = attributeWords(compose(base, layers, TODAY), layers);
  expect(rules[0]!.title).toEqual({ id: "Dinas Contoh: “Judul dinas”", en: "Dinas Contoh: “Title”" });
  expect(rules[1]).toEqual(second);
  expect(bases).toEqual(base.bases);
});

test("so are its notes, bases and sanctions, behind a name of at most forty letters", () => {
  const name = "D".repeat(100);
  const [rule] = base.rules;
  const noted = { ...rule!.triggers[0]!, note: { id: "Catatan", en: "Note" } };
  const set = {
    rules: [{ ...rule!, triggers: [noted] }],
    bases: [{ ...base.bases[0]!, text: { id: "Bunyi", en: "Text" } }],
    sanctions: [{ ...base.sanctions[0]!, text: { id: "Sanksi", en: "Sanction" } }],
  };
  const layers = { own: layer(set, name) };
  const said = attributeWords(compose(base, layers, TODAY), layers);
  const quoted = (text: string) => `${"D".repeat(40)}: “${text}”`;
  expect(said.rules[0]!.triggers[0]!.note!.id).toBe(quoted("Catatan"));
  expect(said.bases[0]!.text.id).toBe(quoted("Bunyi"));
  expect(said.sanctions[0]!.text.id).toBe(quoted("Sanksi"));
});
