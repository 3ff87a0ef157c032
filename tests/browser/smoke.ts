/** Chooses the cells of the action matrix for `npm run test:quick`: one of each group of actions for each site. */
import type { PageCases, Way } from "./matrix/case.ts";

/** Groups of actions by the first word of their names. An action outside every group is not tried. */
const GROUPS: readonly RegExp[] = [
  /^(like|react|dislike|vote)\b/,
  /^(comment|reply|quote|publish|share|repost|send)\b/,
  /^(follow|join|attend)\b/,
];
const KINDS = ["mouse", "keyboard", "touch"] as const;

/**
 * The first action of each group on a site's hand-made pages, each by another kind of way, so that a site sees mouse,
 * keyboard and touch. Each site begins with the next kind.
 * @param turn place of the site among all
 */
export function smokeWays(pages: readonly PageCases[], turn: number): Set<Way> {
  const cases = pages.filter(({ page }) => page.handMade).flatMap((one) => one.cases);
  const ways = GROUPS.flatMap((group, at) => {
    const first = cases.find(({ action, ways }) => group.test(action) && ways.length);
    if (!first) return [];
    const kind = KINDS[(turn + at) % KINDS.length];
    return [first.ways.find(({ way }) => way === kind) ?? first.ways[0]!];
  });
  return new Set(ways);
}
