import { expect, it } from "vitest";
import { makePageFaults } from "../../../src/content/page-faults.ts";

const DISK = { code: "storage", detail: "Error: full" };

it("reports an answer that cannot be stored until that answer is stored, whatever happens to others", () => {
  const faults = makePageFaults();
  const [one, other] = [{}, {}];
  faults.notStored(one, new Error("full"));
  faults.notStored(other, new Error("full"));
  expect(faults.all()).toEqual([DISK]);
  faults.stored(one);
  expect(faults.all()).toEqual([DISK]);
  faults.stored(other);
  expect(faults.all()).toEqual([]);
});

it("reports unusable rules beside answers that are not stored", () => {
  const faults = makePageFaults();
  faults.notStored({}, new Error("full"));
  faults.rules({ code: "rules", error: "broken" });
  expect(faults.all()).toEqual([{ code: "rules", detail: "broken" }, DISK]);
  faults.rules(null);
  expect(faults.all()).toEqual([DISK]);
});

it("reports that an action could not be checked, once, by its last error", () => {
  const faults = makePageFaults();
  faults.threw(new Error("first"));
  faults.threw(new Error("closest is not a function"));
  expect(faults.all()).toEqual([{ code: "unchecked", detail: "Error: closest is not a function" }]);
});
