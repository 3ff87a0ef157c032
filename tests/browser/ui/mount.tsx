import { render } from "preact";
/* Includes the English texts for what is drawn in pages. */
import "../../../src/i18n/app.ts";
import { adoptSheets } from "../../../src/dom/stylesheets.ts";
import type { Language } from "../../../src/domain/vocabulary.ts";
import { setLanguage } from "../../../src/i18n/language.ts";
import { mountWarning } from "../../../src/overlay/mount-dialog.tsx";
import { NoticeCard, NoticeMark, NoticeStrip } from "../../../src/overlay/notice.tsx";
import { noticeCss } from "../../../src/overlay/notice-styles.ts";
import { baseCss } from "../../../src/overlay/styles.ts";
import type { PopupActions } from "../../../src/pages/popup/model.ts";
import { AGENCY, PAGES, popup, RULES, warning } from "./fixtures.ts";
import { helpMemory } from "./help-memory.ts";
import { journalMemory, manyEntries } from "./journal-memory.ts";
import { settingsMemory } from "./settings-memory.ts";
import { welcomeMemory } from "./welcome-memory.ts";
import { workshopMemory } from "./workshop-memory.ts";

/**
 * Mounts one part alone, in an open root so that axe can look inside:
 * `?part=dialog|notice|popup|ask&language=id|en&page=<PAGES>&case=<name>`. `window.seen` records its events.
 */
const query = new URLSearchParams(location.search);
const language = (query.get("language") ?? "id") as Language;
const variant = query.get("case") ?? "";
const app = document.getElementById("app")!;
const seen: string[] = [];
Object.assign(window, { seen, setLanguage });
setLanguage(language);
document.documentElement.lang = language;

function dialog() {
  const root = app.attachShadow({ mode: "open" });
  const mounted = mountWarning(
    root,
    warning({
      ...(variant === "disputed" && {
        strength: "disputed",
        canRecord: false,
        note: { id: "Bawaslu daerah berbeda pendapat.", en: "Bawaslu offices differ." },
      }),
      ...(variant === "long" && {
        subject: "Relawan".repeat(200),
        excerpt: "ayo".repeat(4000),
        evidence: [{ ...warning().evidence[0]!, text: "ayo".repeat(4000), start: 0, end: 12000 }],
      }),
    }),
    (answer, event) => {
      seen.push(`${answer} ${event.type}`);
      if (answer === "cancel") mounted.element.close();
    },
  );
  if (variant !== "unarmed") mounted.arm(true);
  mounted.element.showModal();
  Object.assign(window, { mounted });
}

function notices() {
  const root = app.attachShadow({ mode: "open" });
  adoptSheets(root, baseCss, noticeCss);
  const host = document.createElement("div");
  root.append(host);
  let open = variant !== "closed";
  const toggle = () => {
    open = !open;
    draw();
  };
  const draw = () =>
    render(
      <main class="frame" style={{ display: "grid", gap: "16px", justifyItems: "start" }}>
        <h1>Bagian</h1>
        <NoticeMark open={open} onToggle={toggle} />
        {open && (
          <NoticeCard notice={warning()} onAnswer={(a, e) => seen.push(`${a} ${e.type}`)} onClose={toggle} />
        )}
        <NoticeStrip notice={warning()} open={open} onToggle={toggle} />
      </main>,
      host,
    );
  draw();
  /* A closed question leaves its style sheets in the root. */
  if (variant === "asked") mountWarning(root, warning(), () => {}).unmount();
}

async function showPopup() {
  // Imported only when shown: each page has styles of its own.
  const { mountPopup } = await import("../../../src/pages/popup/mount.tsx");
  const { viewOf } = await import("../../../src/pages/popup/popup.tsx");
  let model = popup(PAGES[query.get("page") ?? "none"]!, {
    language,
    ...(variant === "faults" && {
      faults: [{ code: "ruleset:schema", detail: "rules[3].title: expected string" }, { code: "strange" }],
      entriesUnreadable: true,
    }),
    ...(variant === "empty" && { entries: [], rules: [] }),
    ...(variant === "locked" && { entries: [], entriesLocked: true, weeklyDue: true }),
    ...(Object.hasOwn(AGENCY, variant) && { agency: AGENCY[variant] }),
    ...(variant === "extra" && { rules: [...RULES, { ...RULES[0]!, id: "X1", number: undefined }] }),
  });
  const note =
    (name: string) =>
    async (...values: unknown[]) => {
      seen.push([name, ...values].join(" "));
    };
  const actions: PopupActions = {
    pause: note("pause"),
    resume: note("resume"),
    reload: note("reload"),
    grant: note("grant"),
    allowAgency: note("allowAgency"),
    reveal: note("reveal"),
    async eraseEntry(hold) {
      void note("eraseEntry")(hold);
      model = { ...model, entries: model.entries.filter((e) => e.holdId !== hold) };
    },
    async eraseEntries() {
      void note("eraseEntries")();
      model = { ...model, entries: [] };
    },
    async setLanguage(next) {
      void note("setLanguage")(next);
      model = { ...model, language: next };
    },
    structure: async () =>
      'Jaga Netral 0.1.0\nfacebook /\npost: 0\nlikeAnchor: 12\n9 div aria-posinset x12\n14 div aria-label role="button" x36',
    checkDraft: async (text) => ({
      level: "warn",
      marks: [[0, Math.min(14, text.length)]],
      reasons: [
        { say: { key: "call-to-vote", values: { words: "coblos nomor 2" } }, words: "coblos nomor 2" },
      ],
      rules: RULES.filter((rule) => rule.number === 3),
      neutral: "Besok ada acara di lapangan.",
    }),
  };
  mountPopup(app, { load: async () => model, actions }, viewOf(location.hash));
}

async function ask() {
  const { mountAsk } = await import("../../../src/pages/ask/mount.tsx");
  await mountAsk(app, {
    load: async () => (variant === "over" ? null : warning({ brief: variant === "brief" || undefined })),
    language: async () => language,
    answer: async (what) => {
      seen.push(what);
      return true;
    },
    close: () => seen.push("closed"),
  });
}

async function welcome() {
  const { mountWelcome } = await import("../../../src/pages/welcome/mount.tsx");
  const { source } = welcomeMemory(language);
  await mountWelcome(app, source);
}

async function book() {
  const { mountJournal } = await import("../../../src/pages/journal/mount.tsx");
  const memory = journalMemory({
    language,
    ...(variant === "empty" && { entries: [], rules: [] }),
    ...(variant === "trouble" && { unreadable: 2, journalEnabled: false, problem: "disk full" }),
    ...(variant === "locked" && { lock: "locked" as const, entries: [] }),
    ...(variant === "open" && { lock: "open" as const }),
    ...(variant === "many" && { entries: manyEntries(10_000) }),
    checks: ["2026-11-16", "2026-11-09"].map((week) => ({
      week,
      day: week,
      answers: { R1: "no", R6: "unsure" },
      note: "",
    })),
  });
  Object.assign(window, { memory });
  if (variant === "locked") memory.passphrase = "empat kata";
  await mountJournal(app, memory.source);
}

async function practice() {
  const [{ mountPractice }, { CASES, practiceMemory, someProgress }] = await Promise.all([
    import("../../../src/pages/practice/mount.tsx"),
    import("./practice-memory.ts"),
  ]);
  const kind = query.get("scene");
  const memory = practiceMemory({
    language,
    ...(variant === "practised" && { progress: someProgress() }),
    ...(["locked", "off", "private"].includes(variant) && { keeping: variant as "locked" }),
    ...(variant === "none" && { cases: [], problem: "Failed to fetch" }),
    ...(variant === "agency" && {
      cases: CASES.filter((one) => one.scene.kind === "chat").map((one) => ({
        ...one,
        publisher: "BKPSDM Kabupaten Contoh",
      })),
    }),
    ...(kind !== null && { cases: CASES.filter((one) => one.scene.kind === kind) }),
  });
  Object.assign(window, { memory });
  await mountPractice(app, memory.source);
}

async function settings() {
  const [{ SettingsPage: Settings }] = await Promise.all([
    import("../../../src/pages/settings/page.tsx"),
    import("../../../src/ui/tokens.css"),
    import("../../../src/ui/page-tokens.css"),
    import("../../../src/pages/shared/page.css"),
  ]);
  const set = variant === "policy" && {
    policy: [{ key: "rulesetUrl" as const, value: "https://contoh.go.id/aturan.json" }],
  };
  const draw = () => {
    setLanguage(memory.model.language);
    document.documentElement.lang = memory.model.language;
    render(<Settings model={memory.model} actions={memory.actions} />, app);
  };
  const memory = settingsMemory(language, { ...set }, draw);
  Object.assign(window, { memory });
  draw();
}

async function workshop() {
  const { mountWorkshop } = await import("../../../src/pages/workshop/mount.tsx");
  await mountWorkshop(app, workshopMemory(language, variant));
}

async function help() {
  const { mountHelp } = await import("../../../src/pages/help/mount.tsx");
  const memory = helpMemory(language);
  Object.assign(window, { memory });
  await mountHelp(app, memory.source);
}

const parts: Record<string, () => unknown> = {
  settings,
  dialog,
  notice: notices,
  popup: showPopup,
  ask,
  welcome,
  book,
  practice,
  workshop,
  help,
};
void parts[query.get("part") ?? "dialog"]!();
