/** Every element that a role names for acting can be reached by a press: it is a control, or stands in or around one. */
import { describe, expect, it } from "vitest";
import { readSites, savedPages } from "../../../scripts/sites/source.ts";
import { pagesOf } from "../../browser/lib/pages.ts";
import { documentOf } from "./page.ts";

/** Roles of what is pressed, as the sites' data call them. */
const PRESSED =
  /^(?:like|likeIcon|commentLikeIcon|dislike|upvote|repost|repostItem|quoteItem|share|follow|join|joinFirst|subscribe|send|submit|forward|reaction|reactionPick|poll|pollSend|storyReact|commentPost)$/;

/** Custom elements keep their button in a root of their own; a skeleton's boxes are hidden or without words. */
const isShown = (el: Element): boolean =>
  !el.localName.includes("-") &&
  !el.closest("[hidden]") &&
  !!(el.textContent?.trim() || el.querySelector("svg,i,img"));

const sites = readSites().filter(([, { selectors }]) => selectors.control);

describe.each(sites)("%s", (id, { selectors }) => {
  const control = selectors.control!.join(",");
  const pages = [...pagesOf(id).map(({ name, source: { html } }) => ({ name, html })), ...savedPages(id)];
  const roles = Object.keys(selectors).filter((role) => PRESSED.test(role) && selectors[role]!.length);

  it("has no role whose elements no press reaches", () => {
    const lost = pages.flatMap(({ name, html }) => {
      const doc = documentOf(html, "https://contoh.example/");
      return roles.flatMap((role) =>
        selectors[role]!.filter((entry) =>
          [...doc.querySelectorAll(entry)].some(
            (el) => isShown(el) && !el.closest(control) && !el.querySelector(control),
          ),
        ).map((entry) => `${name}: ${role} ${entry}`),
      );
    });
    expect(lost).toEqual([]);
  });
});
