import type { PageState } from "../../domain/warning.ts";
import type { GuardContext } from "../context.ts";
import type { Findings } from "./findings.ts";

/** Owns what badge and popup were told last, so that they are told of changes only. */
export interface PageReport {
  /** The state of the page now. */
  state(): PageState;
  /** Reports it where it changed. */
  update(): void;
}

/** @param unrecognized why the page counts as not read; asked only where nothing of a campaign was found on it. */
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
      /* How many posts is for the popup, which asks; a growing page would have a message sent for each. */
      const text = JSON.stringify({ ...now, posts: 0 });
      if (text === lastReport) return;
      lastReport = text;
      ports.report(now);
    },
  };
}
