import type { Signal } from "./signals.ts";

/** Written by `npm run train`: log-odds of each signal beside the text model's, and how many texts had it. */
export const FITTED: Readonly<Partial<Record<Signal, number>>> = {
  model: 0.91,
  pair: 1.12, // 3774 texts
  "full-name": 0.83, // 2342 texts
  "single-name": 0.83, // 3416 texts
  "part-name": 0.83, // 3654 texts
  "common-name": 0.44, // 742 texts
  "tagged-name": 1.22, // 349 texts
  "named-with-cue": -0.21, // 4589 texts
  "named-in-talk": 0.81, // 3434 texts
  party: -0.2, // 2731 texts
  mention: 0.83, // 400 texts
  call: 0.81, // 1883 texts
  "call-with-number": 2.84, // 110 texts
  "call-with-name": 1.32, // 1084 texts
  number: 0.54, // 647 texts
  slogan: 1.79, // 226 texts
  victory: 1.13, // 688 texts
  programme: 0.85, // 232 texts
  event: 0.7, // 895 texts
  attribute: 0.74, // 181 texts
  hand: 0.53, // 68 texts
  news: -1.03, // 1017 texts
  headline: -2.1, // 5165 texts
  report: -0.23, // 1176 texts
};

/** Log-odds of a text in which nothing was found. */
export const FITTED_BIAS = -0.26;
