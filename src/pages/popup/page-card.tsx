import {
  ChevronDown,
  CircleDashed,
  CirclePause,
  EyeOff,
  type IconNode,
  LoaderCircle,
  Megaphone,
  Minus,
  ScanSearch,
  Search,
} from "lucide";
import { forTrusted } from "../../dom/trusted.ts";
import { SITE_NAMES } from "../../domain/sites.ts";
import { t } from "../../i18n/app.ts";
import { formatList, formatMoment } from "../../i18n/format.ts";
import { plainText } from "../../i18n/sanitize.ts";
import { GUARDED_SITE_NAMES } from "../../ui/guarded-sites.ts";
import { Icon } from "../../ui/icon.tsx";
import type { PopupActions, TabState } from "./model.ts";
import { StructureReport } from "./structure-report.tsx";

/** How a state is shown: in words, with its own icon and shape, because colour alone is not accessible. */
interface Presentation {
  tone: "calm" | "campaign" | "off" | "problem";
  icon: IconNode;
  title: string;
  explanation?: string;
}

/** The texts, icon and tone for a state. */
function presentationOf(page: TabState): Presentation {
  switch (page.kind) {
    case "loading":
      return { tone: "calm", icon: LoaderCircle, title: t("popup.loading") };
    case "other-page":
      return {
        tone: "off",
        icon: Minus,
        title: t("popup.other"),
        explanation: t("popup.other.why", { sites: formatList(GUARDED_SITE_NAMES, "conjunction") }),
      };
    case "unguarded":
      return {
        tone: "problem",
        icon: EyeOff,
        title: t("popup.unguarded"),
        explanation: unguardedReason(page),
      };
    case "guarded":
      return guardedPresentation(page);
  }
}

function unguardedReason(page: Extract<TabState, { kind: "unguarded" }>): string {
  if (page.why !== "no-access") return t(`popup.unguarded.${page.why}`);
  return page.site
    ? t("popup.unguarded.no-access", { site: SITE_NAMES[page.site] })
    : t("popup.unguarded.no-access.other");
}

function guardedPresentation(page: Extract<TabState, { kind: "guarded" }>): Presentation {
  const site = SITE_NAMES[page.site];
  if (page.paused)
    return {
      tone: "off",
      icon: CirclePause,
      title:
        page.paused === "site"
          ? t("popup.paused.site", { site })
          : page.pausedUntil
            ? t("popup.paused.until", { until: formatMoment(page.pausedUntil) })
            : t("popup.paused.timed"),
      explanation: t("popup.paused.why"),
    };
  switch (page.state) {
    case "none":
      return { tone: "calm", icon: Search, title: t("popup.none") };
    case "unreadable":
      return {
        tone: "problem",
        icon: CircleDashed,
        title: t("popup.unreadable"),
        explanation:
          page.unrecognized === "press" ? t("popup.unreadable.press") : t("popup.unreadable.why", { site }),
      };
    case "campaign-account":
      return {
        tone: "campaign",
        icon: Megaphone,
        title: page.account ? t("popup.account.named", { account: page.account }) : t("popup.account"),
        explanation: t("popup.will-ask"),
      };
    case "campaign-posts":
      return {
        tone: "campaign",
        icon: ScanSearch,
        title: t("popup.posts", { posts: page.posts }),
        ...(page.found?.length ? {} : { explanation: t("popup.will-ask") }),
      };
  }
}

/** The state of the page, what was found on it, and the switch of its site. */
export function PageCard({ page, actions }: { page: TabState; actions: PopupActions }) {
  const presentation = presentationOf(page);
  return (
    <section class="page-card" data-tone={presentation.tone} aria-labelledby="page-heading">
      <h2 id="page-heading" class="overline">
        {t("popup.page")}
        {"site" in page && page.site ? ` · ${SITE_NAMES[page.site]}` : ""}
      </h2>
      <div role="status" class="state">
        <span class="badge">
          <Icon icon={presentation.icon} size={24} />
        </span>
        <div>
          <p class="state-title isolate">{presentation.title}</p>
          {presentation.explanation && <p class="small">{presentation.explanation}</p>}
        </div>
      </div>
      {page.kind === "guarded" && !page.paused && <FoundList found={page.found ?? []} actions={actions} />}
      {page.kind === "guarded" && page.unrecognized && !page.paused && <StructureReport actions={actions} />}
      <PageActions page={page} actions={actions} />
    </section>
  );
}

/** The first posts found, each with a button that scrolls the page to it. */
function FoundList({ found, actions }: { found: readonly string[]; actions: PopupActions }) {
  if (found.length === 0) return null;
  return (
    <ul class="found">
      {found.map((name, index) => {
        const who = plainText(name, 60) || t("popup.found.unknown");
        return (
          <li key={index}>
            <span class="isolate">{who}</span>
            <button
              type="button"
              class="link"
              aria-label={t("popup.found.see", { who })}
              onClick={forTrusted(() => void actions.reveal(index))}
            >
              {t("popup.found.see.short")}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function PageActions({ page, actions }: { page: TabState; actions: PopupActions }) {
  if (page.kind === "unguarded") {
    if (page.why !== "no-access")
      return (
        <button type="button" class="main" onClick={forTrusted(() => void actions.reload())}>
          {t("popup.reload")}
        </button>
      );
    const { origins } = page;
    return origins?.length ? (
      <button type="button" class="main" onClick={forTrusted(() => void actions.grant(origins))}>
        {t("popup.grant")}
      </button>
    ) : null;
  }
  if (page.kind !== "guarded") return null;
  if (page.paused === "timed")
    return (
      <button type="button" class="main" onClick={forTrusted(() => void actions.resume())}>
        {t("popup.resume")}
      </button>
    );
  return (
    <div class="guard-row">
      <label class="switch">
        <input
          autocomplete="off"
          type="checkbox"
          role="switch"
          checked={!page.paused}
          aria-checked={!page.paused}
          onChange={forTrusted(() => void (page.paused ? actions.resume() : actions.pause("site")))}
        />
        <span>{t("popup.guard", { site: SITE_NAMES[page.site] })}</span>
      </label>
      {!page.paused && (
        <details class="menu">
          <summary>
            {t("popup.pause")} <Icon icon={ChevronDown} size={16} />
          </summary>
          <div class="menu-items">
            <button type="button" onClick={forTrusted(() => void actions.pause("15min"))}>
              {t("popup.pause.15min")}
            </button>
            <button type="button" onClick={forTrusted(() => void actions.pause("tomorrow"))}>
              {t("popup.pause.tomorrow")}
            </button>
          </div>
        </details>
      )}
    </div>
  );
}
