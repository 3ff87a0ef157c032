import { Component } from "preact";
import { forTrusted } from "../../dom/trusted.ts";
import { t } from "../../i18n/app.ts";
import type { PopupActions } from "./model.ts";

interface State {
  report: string | null;
  status: "copied" | "failed" | null;
}

/** The page's structure for a bug report: one press shows it, another copies it. Nothing is sent. */
export class StructureReport extends Component<{ actions: Pick<PopupActions, "structure"> }, State> {
  override state: State = { report: null, status: null };

  private show = async (): Promise<void> => {
    try {
      this.setState({ report: await this.props.actions.structure(), status: null });
    } catch {
      this.setState({ report: null, status: "failed" });
    }
  };
  private copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(this.state.report ?? "");
      this.setState({ status: "copied" });
    } catch {
      this.setState({ status: "failed" });
    }
  };

  render(_: unknown, { report, status }: State) {
    return (
      <div class="structure">
        {report === null ? (
          <button type="button" onClick={forTrusted(() => void this.show())}>
            {t("popup.structure.show")}
          </button>
        ) : (
          <>
            <p class="small" id="structure-why">
              {t("popup.structure.why")}
            </p>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
            <section class="scroll" tabIndex={0} aria-labelledby="structure-why" lang="en">
              <pre>{report}</pre>
            </section>
            <button type="button" class="main" onClick={forTrusted(() => void this.copy())}>
              {t("popup.structure.copy")}
            </button>
          </>
        )}
        <p role="status" class="small">
          {status === "copied" ? t("popup.structure.copied") : status ? t("popup.structure.failed") : ""}
        </p>
      </div>
    );
  }
}
