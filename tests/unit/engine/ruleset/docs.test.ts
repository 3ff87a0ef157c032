import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { makeDocs, roster } from "../../../../scripts/ruleset/docs.ts";
import { bundled } from "./bundled.ts";

const docs = makeDocs();

describe("generated pages and schemas", () => {
  test.each(Object.keys(docs))("%s is up to date (npm run ruleset:docs)", (path) => {
    expect(readFileSync(path, "utf8")).toBe(docs[path]);
  });

  test("the page for review holds every legal sentence", () => {
    const page = docs["docs/ruleset.md"]!;
    const { rules, instruments, bases, sanctions, statistics, channels } = bundled();
    for (const rule of rules) expect(page).toContain(rule.explanation.id);
    for (const { text, article } of bases) {
      expect(page).toContain(text.id);
      expect(page).toContain(article);
    }
    for (const { title } of instruments) expect(page).toContain(title.id);
    for (const { text } of sanctions) expect(page).toContain(text.id);
    for (const { text } of statistics) expect(page).toContain(text.id);
    for (const { name } of channels) expect(page).toContain(name.id);
  });

  test("the roster page holds every candidate as the KPU prints them", () => {
    const page = roster(bundled());
    for (const contest of bundled().roster.contests) {
      for (const ticket of contest.tickets) {
        for (const { name } of ticket.candidates) expect(page).toContain(name);
      }
    }
  });

  test("every key of the JSON Schema of a ruleset is described, by itself or by what it holds", () => {
    const schema = JSON.parse(docs["docs/schema/ruleset.json"]!) as Node;
    interface Node {
      description?: string;
      properties?: Record<string, Node>;
      items?: Node;
      additionalProperties?: Node | boolean;
      enum?: unknown[];
      const?: unknown;
    }
    const bare: string[] = [];
    const walk = (node: Node, path: string) => {
      for (const [key, inner] of Object.entries(node.properties ?? {})) {
        const told =
          inner.description || inner.enum || inner.const || inner.properties || inner.additionalProperties;
        if (!told) bare.push(`${path}.${key}`);
        walk(inner, `${path}.${key}`);
      }
      if (node.items) walk(node.items, `${path}[]`);
      if (typeof node.additionalProperties === "object") walk(node.additionalProperties, `${path}{}`);
    };
    walk(schema, "");
    expect(bare).toEqual([]);
    expect(Object.keys(schema.properties ?? {})).toContain("rules");
    expect(schema.additionalProperties).toBe(false);
  });
});
