import { Download, TriangleAlert } from "lucide";
import { forTrusted } from "../../dom/trusted.ts";
import { formatDay, localize } from "../../i18n/format.ts";
import { plainText } from "../../i18n/sanitize.ts";
import { t } from "../../i18n/workshop.ts";
import { Icon } from "../../ui/icon.tsx";
import { FileField } from "./file-field.tsx";
import type { CheckedFile, WorkshopActions, WorkshopModel } from "./model.ts";

/** Most sentences of one kind that are listed; the others are counted. */
const MAX_LINES = 60;

function Lines({ lines, kind }: { lines: readonly string[]; kind: "faults" | "warnings" }) {
  return (
    <ul class="faults" data-lines={kind}>
      {lines.slice(0, MAX_LINES).map((line) => (
        <li key={line} class="isolate">
          {plainText(line, 900)}
        </li>
      ))}
      {lines.length > MAX_LINES && <li>{t("workshop.more", { count: lines.length - MAX_LINES })}</li>}
    </ul>
  );
}

function Summary({ summary }: { summary: NonNullable<CheckedFile["summary"]> }) {
  const { title, publisher, version, validFrom, validUntil, contests, tickets, accounts, off } = summary;
  return (
    <section data-summary>
      <p class="isolate">
        <strong>{plainText(localize(title), 160)}</strong>
        <br />
        {t("workshop.summary.who", { publisher: plainText(publisher, 160), version: String(version) })}
        {validFrom && `, ${t("workshop.summary.from", { day: formatDay(validFrom) })}`}
        {validUntil
          ? `, ${t("workshop.summary.until", { day: formatDay(validUntil) })}`
          : `, ${t("workshop.summary.endless")}`}
      </p>
      <p>{t("workshop.summary.counts", { contests, tickets, accounts, off })}</p>
    </section>
  );
}

/** What the chosen file came to, in the words of the command `check`. */
function Outcome({ file }: { file: CheckedFile }) {
  return (
    <>
      {file.faults.length > 0 && (
        <section class="warning" data-outcome="faults">
          <p>
            <Icon icon={TriangleAlert} size={18} />{" "}
            <strong>{t("workshop.faults", { count: file.faults.length })}</strong>
          </p>
          <p>{t("workshop.faults.how")}</p>
          <Lines lines={file.faults} kind="faults" />
        </section>
      )}
      {file.summary && (
        <div data-outcome="good">
          <p>
            <strong>{t("workshop.good")}</strong>
          </p>
          <Summary summary={file.summary} />
        </div>
      )}
      {file.warnings.length > 0 && (
        <details open={file.faults.length === 0}>
          <summary>{t("workshop.warnings", { count: file.warnings.length })}</summary>
          <p class="small">{t("workshop.warnings.why")}</p>
          <Lines lines={file.warnings} kind="warnings" />
        </details>
      )}
    </>
  );
}

/** The first step: the template, the filled workbook, and what is wrong in it. */
export function FileStep({ model, actions }: { model: WorkshopModel; actions: WorkshopActions }) {
  const { busy, file, last } = model;
  return (
    <section class="card" aria-labelledby="step-file">
      <h2 class="minor" id="step-file">
        {t("workshop.file")}
      </h2>
      <p>{t("workshop.template.why")}</p>
      <div class="row">
        <button type="button" data-template onClick={forTrusted(() => void actions.saveTemplate())}>
          <Icon icon={Download} /> {t("workshop.template")}
        </button>
      </div>
      <FileField
        name="sheets"
        label={t("workshop.file.label")}
        accept=".xlsx,.xlsm,.zip,.json"
        onPick={(chosen) => actions.chooseFile(chosen)}
      />
      <FileField
        name="last"
        label={t("workshop.last.label")}
        accept=".xlsx,.zip,.json"
        onPick={(chosen) => actions.chooseLast(chosen)}
      />
      {last && (
        <p class="small isolate" data-last>
          {last.version === undefined
            ? t("workshop.last.fault", { fault: plainText(last.fault ?? "", 400) })
            : t("workshop.last.read", { name: plainText(last.name, 120), version: String(last.version) })}
        </p>
      )}
      <div aria-live="polite">
        {busy && <p data-busy>{t(`workshop.busy.${busy}`)}</p>}
        {!busy && file && (
          <>
            <p class="small isolate">{plainText(file.name, 160)}</p>
            <Outcome file={file} />
          </>
        )}
      </div>
    </section>
  );
}
