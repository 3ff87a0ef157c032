import { Download, Printer, Upload } from "lucide";
import { useLayoutEffect, useState } from "preact/hooks";
import { forTrusted } from "../../dom/trusted.ts";
import { errorText } from "../../domain/error-text.ts";
import { formatDay } from "../../i18n/format.ts";
import { t } from "../../i18n/pages.ts";
import { fromJson, MAX_FILE, toCsv, toJson } from "../../journal/serialize.ts";
import { Icon } from "../../ui/icon.tsx";
import { SITE_NAMES } from "../../ui/site-names.ts";
import { Lines } from "./entries.tsx";
import type { BookActions, BookModel } from "./model.ts";
import { ruleText } from "./rule-text.ts";

/** The lines as CSV in the current language. */
function csv({ entries, rules }: Pick<BookModel, "entries" | "rules">): string {
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

/** Ekspor: CSV, JSON, a report on paper, and one's own JSON back in. */
export function Export({ model, actions }: { model: BookModel; actions: BookActions }) {
  const [printing, print] = useState(false);
  const [told, tell] = useState("");
  // The report is drawn for the printer only: with many lines it is long.
  useLayoutEffect(() => {
    if (!printing) return;
    actions.print();
    print(false);
  }, [printing, actions]);
  const name = `swaperiksa-${model.today}`;
  return (
    <>
      <p class="warning">{t("book.export.warning")}</p>
      <Way why={t("book.export.csv.why")}>
        <button type="button" onClick={forTrusted(() => actions.save(`${name}.csv`, "text/csv", csv(model)))}>
          <Icon icon={Download} /> {t("book.export.csv")}
        </button>
      </Way>
      <Way why={t("book.export.json.why")}>
        <button
          type="button"
          onClick={forTrusted(() => actions.save(`${name}.json`, "application/json", toJson(model)))}
        >
          <Icon icon={Download} /> {t("book.export.json")}
        </button>
      </Way>
      <Way why={t("book.export.print.why")}>
        <button type="button" onClick={forTrusted(() => print(true))}>
          <Icon icon={Printer} /> {t("book.export.print")}
        </button>
      </Way>
      <Way why={t("book.export.import.why")}>
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
              if (file) tell(await taken(file, actions));
            })}
          />
        </label>
      </Way>
      <p role="status">{told}</p>
      {printing && <Report model={model} />}
    </>
  );
}

async function taken(file: File, actions: BookActions): Promise<string> {
  try {
    if (file.size > MAX_FILE) throw new Error("larger than 20 MB");
    return t("book.export.imported", { count: await actions.take(fromJson(await file.text())) });
  } catch (error) {
    return t("book.export.refused", { why: errorText(error) });
  }
}

function Way({ why, children }: { why: string; children: preact.ComponentChildren }) {
  return (
    <div class="way">
      {children}
      <p class="small">{why}</p>
    </div>
  );
}

function Report({ model }: { model: BookModel }) {
  return (
    <section class="print">
      <h2>{t("book.report")}</h2>
      <p>{t("book.report.made", { day: formatDay(model.today, "long"), count: model.entries.length })}</p>
      <Lines lines={model.entries} rules={model.rules} />
      <p>{t("app.unofficial")}</p>
    </section>
  );
}
