import {
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
import { list } from "../../i18n/format.ts";
import { GUARDED } from "../../ui/guarded-sites.ts";
import { Icon } from "../../ui/icon.tsx";
import type { PageState, PopupActions } from "./model.ts";
import { Structure } from "./structure-report.tsx";

/** A state in words, with a shape and a colour of its own: colour alone tells nobody anything. */
interface Shown {
  look: "calm" | "found" | "off" | "trouble";
  icon: IconNode;
  word: string;
  why?: string;
}

/** The words, icon and look for a state. */
function shownState(page: PageState): Shown {
  switch (page.kind) {
    case "loading":
      return { look: "calm", icon: LoaderCircle, word: t("popup.loading") };
    case "other-page":
      return {
        look: "off",
        icon: Minus,
        word: t("popup.other"),
        why: t("popup.other.why", { sites: list(GUARDED, "conjunction") }),
      };
    case "unguarded":
      return { look: "trouble", icon: EyeOff, word: t("popup.unguarded"), why: unguarded(page) };
    case "guarded":
      return guarded(page);
  }
}

function unguarded(page: Extract<PageState, { kind: "unguarded" }>): string {
  if (page.why !== "no-access") return t(`popup.unguarded.${page.why}`);
  return page.site
    ? t("popup.unguarded.no-access", { site: SITE_NAMES[page.site] })
    : t("popup.unguarded.no-access.other");
}

function guarded(page: Extract<PageState, { kind: "guarded" }>): Shown {
  const site = SITE_NAMES[page.site];
  if (page.paused)
    return {
      look: "off",
      icon: CirclePause,
      word: page.paused === "site" ? t("popup.paused.site", { site }) : t("popup.paused.timed"),
      why: t("popup.paused.why"),
    };
  switch (page.state) {
    case "none":
      return { look: "calm", icon: Search, word: t("popup.none") };
    case "unreadable":
      return {
        look: "trouble",
        icon: CircleDashed,
        word: t("popup.unreadable"),
        why: page.unread === "press" ? t("popup.unreadable.press") : t("popup.unreadable.why", { site }),
      };
    case "campaign-account":
      return {
        look: "found",
        icon: Megaphone,
        word: page.account ? t("popup.account.named", { account: page.account }) : t("popup.account"),
        why: t("popup.held"),
      };
    case "campaign-posts":
      return {
        look: "found",
        icon: ScanSearch,
        word: t("popup.posts", { posts: page.posts }),
        why: t("popup.held"),
      };
  }
}

/** The state of the page and what can be done about it. */
export function PageCard({ page, actions }: { page: PageState; actions: PopupActions }) {
  const shown = shownState(page);
  return (
    <section class="page-card" data-look={shown.look} aria-labelledby="page-heading">
      <h2 id="page-heading" class="over">
        {t("popup.page")}
        {"site" in page && page.site ? ` · ${SITE_NAMES[page.site]}` : ""}
      </h2>
      <div role="status" class="state">
        <span class="badge">
          <Icon of={shown.icon} size={24} />
        </span>
        <div>
          <p class="word isolate">{shown.word}</p>
          {shown.why && <p class="small">{shown.why}</p>}
        </div>
      </div>
      {page.kind === "guarded" && page.unread && !page.paused && <Structure actions={actions} />}
      <Ways page={page} actions={actions} />
    </section>
  );
}

function Ways({ page, actions }: { page: PageState; actions: PopupActions }) {
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
  if (page.paused)
    return (
      <button type="button" class="main" onClick={forTrusted(() => void actions.resume())}>
        {t("popup.resume")}
      </button>
    );
  return (
    <fieldset class="ways" aria-label={t("popup.pause")}>
      <button type="button" onClick={forTrusted(() => void actions.pause("15min"))}>
        {t("popup.pause.15min")}
      </button>
      <button type="button" onClick={forTrusted(() => void actions.pause("tomorrow"))}>
        {t("popup.pause.tomorrow")}
      </button>
      <button type="button" onClick={forTrusted(() => void actions.pause("site"))}>
        {t("popup.pause.site", { site: SITE_NAMES[page.site] })}
      </button>
    </fieldset>
  );
}
