/**
 * What takes long begins first, whichever browser it is for, so that no worker is left alone with it at the end. Left to
 * itself vitest would begin with the largest file and finish Chromium before Firefox; the files of the matrix, a few
 * lines each, are the longest of all.
 */
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Seconds, roughly, on two very busy cores (2026-11-22). Only the order they give matters; what is not named is short. */
const SECONDS: Record<string, number> = {
  "matrix-facebook-hand": 680,
  "matrix-x-hand": 400,
  ui: 360,
  "matrix-reddit-hand": 280,
  "matrix-telegram-hand": 230,
  "matrix-facebook-saved": 230,
  "matrix-threads-hand": 210,
  "matrix-youtube-hand": 195,
  health: 190,
  faults: 185,
  disabled: 180,
  layers: 175,
  "matrix-bluesky-hand": 170,
  "matrix-linkedin-hand": 170,
  "matrix-instagram-hand": 165,
  "matrix-instagram-saved": 150,
  "matrix-x-saved": 150,
  "matrix-tiktok-hand": 145,
  embeds: 130,
  "matrix-whatsapp-hand": 130,
  "faults-around": 105,
  "matrix-linkedin-saved": 105,
  update: 90,
  "hostile-pages": 80,
  "matrix-threads-saved": 80,
  heap: 80,
  friction: 65,
};

const length = ({ moduleId }: TestSpecification): number =>
  SECONDS[moduleId.replace(/^.*\/|\.spec\.ts$/g, "")] ?? 40;

const group = ({ project }: TestSpecification): number => project.config.sequence.groupOrder;

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return [...files].sort((a, b) => group(a) - group(b) || length(b) - length(a));
  }
}
