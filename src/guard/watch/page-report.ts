import type { PageState } from "../../domain/warning.ts";
import type { GuardContext } from "../context.ts";
import type { Findings } from "./findings.ts";

/** Owns the last state reported to badge and popup, so that only changes are reported. */
export interface PageReport {
  /** The current state of the page. */
  state(): PageState;
  /** Reports the state if it changed. */
  update(): void;
}

/** @param unrecognized why the page counts as unrecognised; called only if no campaign content was found on it. */
export function makePageReport(
  { ports, rules }: Pick<GuardContext, "ports" | "rules">,
  findings: Pick<Findings, "header" | "posts">,
  unrecognized: () => PageState["unrecognized"],
): PageReport {
  let lastReport = "";

  function state(): PageState {
    const posts = findings.posts().length;
    const account = findings.header()?.surface.author;
    const paused = ports.paused();
    const unrecognizedWhy = account || posts || paused ? undefined : unrecognized();
    const found = account
      ? "campaign-account"
      : posts
        ? "campaign-posts"
        : unrecognizedWhy
          ? "unreadable"
          : "none";
    const now = rules.current();
    return {
      site: ports.site.id,
      state: now === null ? "loading" : now === "failed" ? "unreadable" : found,
      unrecognized: unrecognizedWhy,
      posts,
      account: account?.name ?? account?.handle,
      paused,
      faults: ports.faults(),
    };
  }

  return {
    state,
    update() {
      const now = state();
      /* Without the number of posts, which the popup asks for itself: a growing page would send a message for each. */
      const text = JSON.stringify({ ...now, posts: 0 });
      if (text === lastReport) return;
      lastReport = text;
      ports.report(now);
    },
  };
}
