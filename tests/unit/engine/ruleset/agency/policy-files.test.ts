import { describe, expect, test } from "vitest";
import {
  POLICY_BROWSERS,
  POLICY_SYSTEMS,
  policyFile,
} from "../../../../../src/engine/ruleset/agency/policy-files.ts";
import { parseManaged } from "../../../../../src/engine/ruleset/layers/managed-policy.ts";

const KEY = "A".repeat(43);
const INLINE = JSON.stringify({ kind: "signed-layer", title: 'R&D "A\\B" <x>', note: "satu\ndua" });
const ID = "abcdefghijklmnopabcdefghijklmnop";

/** The values as the system would hand them to the extension. */
function handedOver(ending: string, bytes: Uint8Array): unknown {
  if (ending === "reg") {
    expect([...bytes.subarray(0, 2)]).toEqual([0xff, 0xfe]);
    const text = new TextDecoder("utf-16le").decode(bytes);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    const found = [...text.matchAll(/^"(\w+)"="((?:[^"\\]|\\.)*)"\r$/gm)];
    return Object.fromEntries(found.map(([, name, value]) => [name, value!.replace(/\\(["\\])/g, "$1")]));
  }
  const text = new TextDecoder().decode(bytes);
  if (ending === "json") {
    const json = JSON.parse(text) as Record<string, Record<string, Record<string, unknown>>>;
    const third = (json.policies?.["3rdparty"] ?? json["3rdparty"]) as Record<
      string,
      Record<string, unknown>
    >;
    return Object.values(third.Extensions ?? third.extensions ?? {})[0];
  }
  const plain = (xml: string) => xml.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");
  const found = [...text.matchAll(/<key>(\w+)<\/key>\s*<string>([^<]*)<\/string>/g)];
  return Object.fromEntries(found.map(([, name, value]) => [name, plain(value!)]));
}

describe("policy files", () => {
  const all = POLICY_BROWSERS.flatMap((browser) =>
    POLICY_SYSTEMS.map((system) => [browser, system] as const),
  );

  test.each(all)("for %s on %s hands over what was given, inline and by address", (browser, system) => {
    for (const values of [
      { rulesetInline: INLINE, rulesetKey: KEY },
      { rulesetUrl: "https://aturan.example.go.id/dinas.json?a=1&b=2", rulesetKey: KEY },
    ]) {
      const { ending, bytes } = policyFile(browser, system, ID, values);
      expect(handedOver(ending, bytes)).toEqual(values);
      expect(parseManaged(handedOver(ending, bytes)).ok).toBe(true);
    }
  });

  test("writes the registry file as regedit does", () => {
    const { bytes } = policyFile("edge", "windows", ID, { rulesetKey: KEY });
    expect(new TextDecoder("utf-16le").decode(bytes)).toBe(
      `Windows Registry Editor Version 5.00\r\n\r\n[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Edge\\3rdparty\\extensions\\${ID}\\policy]\r\n"rulesetKey"="${KEY}"\r\n`,
    );
  });
});
