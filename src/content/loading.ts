import type { SiteId } from "../domain/vocabulary.ts";
import type { Rules } from "../guard/decision/assessment-cache.ts";
import type { Session } from "../guard/session.ts";
import { sendMessage } from "../messaging/messages.ts";
import type { PageAnswers } from "./answer-store.ts";
import { ENGINE_WITHIN_MS, waitForEngine } from "./engine-handshake.ts";
import { isAlive } from "./lifetime.ts";
import type { PageFaults } from "./page-faults.ts";
import { onChange, readAll } from "./page-storage.ts";
import type { SeenAccounts } from "./seen-accounts.ts";
import type { StoredSettings } from "./stored-settings.ts";

/** What is filled from storage, and follows it. */
export interface Loaded {
  doc: Pick<Document, "hidden" | "addEventListener">;
  site: SiteId;
  settings: StoredSettings;
  answers: PageAnswers;
  faults: PageFaults;
  session: Pick<Session, "use" | "refresh">;
  /** Takes what the layers changed of the site's data. @returns whether that is new, or why it cannot be used */
  useSiteChange(change: unknown): boolean | string;
  /** @param changed called when an account began or ceased to count as a campaign's */
  makeSeen(changed: () => void): SeenAccounts;
  today(): string;
}

/** Owns the rules made from what is stored. Reads storage at once and after every change of it, and hands on what is new. */
export function startLoading({
  doc,
  site,
  settings,
  answers,
  faults,
  session,
  useSiteChange,
  makeSeen,
  today,
}: Loaded): void {
  let rules: Rules | null = null;
  const seen = makeSeen(() => rules && session.use(rules));

  /** Reads what changed (at first: all). Rules are made anew only when they changed themselves. */
  const load = async (changed?: readonly string[]): Promise<void> => {
    try {
      const again = !changed || changed.includes("rules") || changed.includes("rulesProblem") || !rules;
      const reading = answers.beginReading();
      const known = await readAll(site, again ? null : settings.now());
      settings.use(known);
      answers.use(known.answers, reading);
      const { day } = known.answers.today.value;
      if (day && day !== today() && isAlive()) void sendMessage("pastDay", undefined).catch(() => {});
      const replaced = useSiteChange(known.siteChange);
      const { makeRules, setLanguage } = await waitForEngine(ENGINE_WITHIN_MS);
      setLanguage(known.language, known.texts);
      /* Not made yet: the background is at it, the watcher below tells. */
      if (known.compiled === null) return;
      if (again) {
        const made = makeRules(known.compiled, () => settings.now()!.settings.value, today, seen.isCampaign);
        rules = {
          explain: made.explain,
          assess(surface) {
            const assessment = made.assess(surface);
            seen.saw(surface, assessment);
            return assessment;
          },
        };
      }
      faults.rules(typeof replaced === "string" ? { code: "ruleset", error: replaced } : null);
      if (again || replaced === true || changed.includes("settings")) session.use(rules!);
      else session.refresh();
    } catch (error) {
      faults.rules({ code: "rules", error });
      session.use("failed");
    }
  };
  seen.refresh();
  doc.addEventListener("visibilitychange", () => doc.hidden || seen.refresh());
  void load();
  onChange(site, (changed) => void load(changed));
}
