import { expect, it } from "vitest";
import { PolicySection } from "../../../../src/pages/settings/about.tsx";
import { SettingsFileSection } from "../../../../src/pages/settings/file-section.tsx";
import { LayerList } from "../../../../src/pages/settings/layers.tsx";
import { settingsMemory } from "../../../browser/ui/settings-memory.ts";
import { draw, fire, text } from "../shared/dom.ts";

const LONG = `Ditandatangani dengan kunci lain (59A3 450F 6035 09B6 FE8A A244 88F3 4F3A). Samakan kode itu, lalu ganti penerbitnya`;

it("a settings file is refused with every field by its name, to the end, and says that nothing changed", async () => {
  const memory = settingsMemory("id", {}, () => {});
  const { model, actions } = memory;
  const fields = [
    "language",
    "status",
    "spouse",
    "region",
    "sensitivity",
    "off",
    "office",
    "retention",
  ] as const;
  actions.loadSettingsFile = async () => ({ ok: false, why: "wrong", fields });
  const { root } = draw(<SettingsFileSection model={model.user} actions={actions} />);
  const input = root.querySelector("input")!;
  Object.assign(input, { files: [new File(["{}"], "a.json")] });
  fire(input, "change", true);
  await new Promise((done) => setTimeout(done, 5));
  const said = text(root.querySelector("[role=status]")!);
  expect(said).toContain("bahasa, status kepegawaian");
  expect(said).toContain("lamanya catatan disimpan. Setelan di komputer ini tidak berubah.");
});

it("a refused policy and a failed look are said with the whole reason", () => {
  const memory = settingsMemory("id", { policyProblem: { id: LONG } }, () => {});
  const { model, actions } = memory;
  const policy = draw(<PolicySection model={model.user} actions={actions} />).root;
  expect(text(policy)).toContain(LONG);
  expect(text(policy)).not.toContain("Tidak ada yang ditetapkan");
  const info = {
    ...model.info!,
    feedProblem: { text: { id: LONG, en: LONG }, refused: true, from: "rules" as const },
  };
  const rules = draw(<LayerList model={{ ...model, info }} actions={actions} />).root;
  expect(text(rules)).toContain(LONG);
});
