/**
 * What takes long begins first, whichever browser it is for, so that no worker is left alone with it at the end. Left to
 * itself vitest would begin with the largest file and finish Chromium before Firefox; the files of the matrix, a few
 * lines each, are the longest of all.
 */
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { keyOf, longestFirst, remembered } from "./durations.ts";

const key = ({ project, moduleId }: TestSpecification): string => keyOf(project.name, moduleId);
const group = ({ project }: TestSpecification): number => project.config.sequence.groupOrder;

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const durations = remembered();
    return [...files].sort(
      (a, b) =>
        group(a) - group(b) ||
        a.project.name.localeCompare(b.project.name) ||
        longestFirst(durations, key(a), key(b)),
    );
  }
}
