/**
 * Starts the longest files first, in either browser, so that no worker ends up alone with one. By default vitest starts
 * with the largest file and finishes Chromium before Firefox; the matrix files, a few lines each, take longest of all.
 */
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { durationKey, longestFirst, readDurations } from "./durations.ts";

const key = ({ project, moduleId }: TestSpecification): string => durationKey(project.name, moduleId);
const group = ({ project }: TestSpecification): number => project.config.sequence.groupOrder;

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const durations = readDurations();
    return [...files].sort(
      (a, b) =>
        group(a) - group(b) ||
        a.project.name.localeCompare(b.project.name) ||
        longestFirst(durations, key(a), key(b)),
    );
  }
}
