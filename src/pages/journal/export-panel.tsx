import { Download, Printer, Upload } from "lucide";
import { useLayoutEffect, useState } from "preact/hooks";
import { forTrusted } from "../../dom/trusted.ts";
import { errorText } from "../../domain/error-text.ts";
import { SITE_NAMES } from "../../domain/sites.ts";
import { formatDay } from "../../i18n/format.ts";
import { t } from "../../i18n/pages.ts";
import { fromJson, JournalFileError, MAX_FILE, toCsv, toJson } from "../../journal/serialize.ts";
import { Icon } from "../../ui/icon.tsx";
import { EntryTable } from "./entries.tsx";
import type { JournalActions, JournalModel } from "./model.ts";
import { ruleText } from "./rule-text.ts";

/** The entries as CSV in the current language. */
function entriesCsv({ entries, rules }: Pick<JournalModel, "entries" | "rules">): string {
  const head = ["day", "site", "action", "choice", "rule"] as const;
  return toCsv([
    head.map((key) => t(`book.notes.${key}`)),
    ...entries.map((entry) => [
      entry.day,
      SITE_NAMES[entry.site],
      t(`action.${entry.action}`),
      t(`choice.${entry.choice}`),
      ruleText(rules, entry.rule),
    ]),
  ]);
}

/** "Ekspor": CSV, JSON, a printed report, and the import of an exported JSON file. */
export function ExportPanel({ model, actions }: { model: JournalModel; actions: JournalActions }) {
  const [printing, setPrinting] = useState(false);
  const [status, setStatus] = useState("");
  // The report is rendered for printing only: with many entries it is long.
  useLayoutEffect(() => {
    if (!printing) return;
    actions.print();
    setPrinting(false);
  }, [printing, actions]);
  const name = `swaperiksa-${model.today}`;
  return (
    <>
      <p class="warning">{t("book.export.warning")}</p>
      <ExportOption why={t("book.export.csv.why")}>
        <button
          type="button"
          onClick={forTrusted(() => actions.download(`${name}.csv`, "text/csv", entriesCsv(model)))}
        >
          <Icon icon={Download} /> {t("book.export.csv")}
        </button>
      </ExportOption>
      <ExportOption why={t("book.export.json.why")}>
        <button
          type="button"
          onClick={forTrusted(() => actions.download(`${name}.json`, "application/json", toJson(model)))}
        >
          <Icon icon={Download} /> {t("book.export.json")}
        </button>
      </ExportOption>
      <ExportOption why={t("book.export.print.why")}>
        <button type="button" onClick={forTrusted(() => setPrinting(true))}>
          <Icon icon={Printer} /> {t("book.export.print")}
        </button>
      </ExportOption>
      <ExportOption why={t("book.export.import.why")}>
        <label class="button">
          <Icon icon={Upload} /> {t("book.export.import")}
          <input
            type="file"
            accept="application/json,.json"
            class="visually-hidden"
            onChange={forTrusted(async (event: Event) => {
              const input = event.target as HTMLInputElement;
              const file = input.files?.[0];
              input.value = "";
              if (file) setStatus(await importFile(file, actions));
            })}
          />
        </label>
      </ExportOption>
      <p role="status">{status}</p>
      {printing && <Report model={model} />}
    </>
  );
}

async function importFile(file: File, actions: JournalActions): Promise<string> {
  try {
    if (file.size > MAX_FILE) throw new JournalFileError("too-big");
    return t("book.export.imported", { count: await actions.importBook(fromJson(await file.text())) });
  } catch (error) {
    const why =
      error instanceof JournalFileError
        ? t(`book.export.refused.${error.code}`, { at: String(error.at) })
        : errorText(error);
    return t("book.export.refused", { why });
  }
}

function ExportOption({ why, children }: { why: string; children: preact.ComponentChildren }) {
  return (
    <div class="export-option">
      {children}
      <p class="small">{why}</p>
    </div>
  );
}

function Report({ model }: { model: JournalModel }) {
  return (
    <section class="print">
      <h2>{t("book.report")}</h2>
      <p>{t("book.report.made", { day: formatDay(model.today, "long"), count: model.entries.length })}</p>
      <EntryTable entries={model.entries} rules={model.rules} />
      <p>{t("app.unofficial")}</p>
    </section>
  );
}
