import type { SiteId } from "../domain/vocabulary.ts";
import type { Rules } from "../guard/decision/assessment-cache.ts";
import type { Session } from "../guard/session.ts";
import { sendMessage } from "../messaging/messages.ts";
import type { AnswerStore } from "./answer-store.ts";
import { ENGINE_TIMEOUT_MS, type PageEngine, waitForEngine } from "./engine-handshake.ts";
import { isAlive } from "./lifetime.ts";
import type { PageFaults } from "./page-faults.ts";
import { onStorageChange, readSnapshot } from "./page-storage.ts";
import type { SeenAccounts } from "./seen-accounts.ts";
import type { StoredSettings } from "./stored-settings.ts";

/** The parts of a page that follow the storage. */
export interface LoadingPorts {
  doc: Pick<Document, "hidden" | "addEventListener">;
  site: SiteId;
  settings: StoredSettings;
  answers: AnswerStore;
  faults: PageFaults;
  session: Pick<Session, "use" | "refresh">;
  /** Takes the layers' change of the site's data. @returns whether it is new, or why it cannot be used */
  useSiteChange(change: unknown, read: PageEngine["changedData"]): boolean | string;
  /** @param onChange called when an account begins or ceases to count as a campaign account */
  makeSeen(onChange: () => void): SeenAccounts;
  today(): string;
}

/** Reads the storage at once and after each change of it, creates the rules, and updates every part that changed. */
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
}: LoadingPorts): void {
  let rules: Rules | null = null;
  const seen = makeSeen(() => rules && session.use(rules));

  /** Reads what changed, at first everything. The rules are created anew only if they changed themselves. */
  const load = async (changed?: readonly string[]): Promise<void> => {
    try {
      const needsRules = !changed || changed.includes("rules") || changed.includes("rulesProblem") || !rules;
      const storedBefore = answers.stored();
      const snapshot = await readSnapshot(site, needsRules ? null : settings.now());
      settings.use(snapshot);
      answers.update(snapshot.answers, storedBefore);
      const { day } = snapshot.answers.today.value;
      if (day && day !== today() && isAlive()) void sendMessage("forgetPastDay", undefined).catch(() => {});
      const { createRules, setLanguage, changedData } = await waitForEngine(ENGINE_TIMEOUT_MS);
      const replaced = useSiteChange(snapshot.siteChange, changedData);
      /* The background has not stored them yet: `onStorageChange` below will notice. Nothing is asked without words. */
      if (snapshot.compiled === null || (snapshot.texts === null && !rules)) return;
      if (snapshot.texts !== null) setLanguage(snapshot.language, snapshot.texts);
      if (needsRules) {
        const created = createRules(
          snapshot.compiled,
          () => settings.now()!.settings.value,
          today,
          seen.isCampaign,
        );
        rules = {
          explain: created.explain,
          assess(surface) {
            const assessment = created.assess(surface);
            seen.add(surface, assessment);
            return assessment;
          },
        };
      }
      faults.rules(typeof replaced === "string" ? { code: "ruleset", error: replaced } : null);
      if (needsRules || replaced === true || changed.includes("settings")) session.use(rules!);
      else session.refresh();
    } catch (error) {
      faults.rules({ code: "rules", error });
      session.use("failed");
    }
  };
  seen.refresh();
  doc.addEventListener("visibilitychange", () => doc.hidden || seen.refresh());
  void load();
  onStorageChange(site, (changed) => void load(changed));
}
