/**
 * What takes long begins first, whichever browser it is for, so that no worker is left alone with it at the end. Left to
 * itself vitest would begin with the largest file and finish Chromium before Firefox; the files of the matrix, a few
 * lines each, are the longest of all.
 */
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Seconds, roughly, on two busy cores (2026-11-22). Only the order they give matters; what is not named is short. */
const SECONDS: Record<string, number> = {
  "matrix-facebook-hand": 400,
  "matrix-x-hand": 300,
  heap: 290,
  ui: 280,
  "rooms-kills": 260,
  "matrix-reddit-hand": 220,
  health: 200,
  faults: 180,
  unguarded: 150,
  "matrix-telegram-hand": 140,
  "matrix-threads-hand": 130,
  "matrix-youtube-hand": 110,
  "matrix-instagram-hand": 110,
  "matrix-facebook-saved": 105,
  embeds: 105,
  "matrix-linkedin-hand": 100,
  "matrix-instagram-saved": 100,
  "matrix-x-saved": 95,
  "matrix-tiktok-hand": 95,
  "matrix-bluesky-hand": 90,
  update: 90,
  "faults-around": 80,
  "matrix-whatsapp-hand": 75,
  layers: 75,
  accounts: 60,
};

const length = ({ moduleId }: TestSpecification): number =>
  SECONDS[moduleId.replace(/^.*\/|\.spec\.ts$/g, "")] ?? 40;

const group = ({ project }: TestSpecification): number => project.config.sequence.groupOrder;

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return [...files].sort((a, b) => group(a) - group(b) || length(b) - length(a));
  }
}
