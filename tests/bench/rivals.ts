import AhoCorasick from "modern-ahocorasick";
import { Matcher, Matches } from "../../src/engine/text/matcher.ts";
import { PatternBuilder } from "../../src/engine/text/pattern-builder.ts";
import { TokenBuffer } from "../../src/engine/text/token-buffer.ts";
import { tokenise } from "../../src/engine/text/tokenise.ts";
import { generateNames } from "./generated.ts";
import { round, say, timed, timedInTurn } from "./measure.ts";

/** Tokenised texts for timing the matcher without its tokeniser. */
const TOKENISED = 50;

/**
 * Times matching alone with the same names and raw texts for all, each including the steps from the page's text to a
 * list of matches: our matcher tokenises and folds, the others only lower the case (they find no styled, spaced or
 * elongated spelling). The faster of two spellings of the expression is compared. `match-find-only` excludes our
 * tokenising; it is printed for information and not compared, because the expression has no such half.
 */
export function against(posts: readonly string[], count: number): void {
  const names = generateNames(count);
  const builder = new PatternBuilder();
  for (const [i, name] of names.entries()) builder.add(name, i);
  const matcher = new Matcher(builder.build(""));
  const tokens = new TokenBuffer();
  const matches = new Matches();
  const lower = names.map((name) => name.toLowerCase());
  const source = `\\b(?:${lower.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|")})\\b`;
  const lowered = new RegExp(source, "g");
  const either = new RegExp(source, "gi");
  const automaton = new AhoCorasick(lower);
  const found = { ours: 0, expression: 0 };
  for (const text of posts) {
    tokenise(text, tokens);
    matcher.find(tokens, matches);
    found.ours += matches.count;
    found.expression += text.toLowerCase().match(lowered)?.length ?? 0;
  }
  const ours = (text: string): void => {
    tokenise(text, tokens);
    matcher.find(tokens, matches);
  };
  const ways = timedInTurn([
    { items: posts, work: ours },
    { items: posts, work: (text) => void text.toLowerCase().match(lowered) },
    { items: posts.slice(0, 200), work: (text) => void text.match(either) },
    { items: posts, work: (text) => void automaton.search(text.toLowerCase()) },
  ]);
  const [own, low, any, other] = ways;
  const base = own!.median;
  say("match-ours", { names: count, ...own!, matches: found.ours });
  say("match-regex-lowered", {
    names: count,
    ...low!,
    timesOurs: round(low!.median / base),
    matches: found.expression,
  });
  say("match-regex-gi", { names: count, ...any!, timesOurs: round(any!.median / base) });
  say("match-modern-ahocorasick", { names: count, ...other!, timesOurs: round(other!.median / base) });
  const ready = posts.slice(0, TOKENISED).map((text) => {
    const buffer = new TokenBuffer();
    tokenise(text, buffer);
    return buffer;
  });
  const many = Array.from({ length: 40 }, () => ready).flat();
  say("match-find-only", { names: count, ...timed(many, (buffer) => matcher.find(buffer, matches)) });
}
