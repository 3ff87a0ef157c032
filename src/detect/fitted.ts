import type { Signal } from "./signals.ts";

/** Written by `npm run train`: log-odds of each signal beside the text model's, and how many texts had it. */
export const FITTED: Readonly<Partial<Record<Signal, number>>> = {
  model: 1.59,
  pair: 1.27, // 4201 texts
  "full-name": 0.72, // 2835 texts
  "single-name": 1.47, // 3740 texts
  "part-name": 0.29, // 4481 texts
  "common-name": 0.51, // 857 texts
  "tagged-name": 1.38, // 1061 texts
  "named-with-cue": -0.25, // 5722 texts
  "named-in-talk": 1.25, // 3636 texts
  party: 0.03, // 3162 texts
  mention: 1.59, // 810 texts
  call: 0.92, // 2255 texts
  "call-with-number": 2.62, // 190 texts
  "call-with-name": 1.04, // 1351 texts
  number: 0.61, // 796 texts
  slogan: 1.83, // 285 texts
  victory: 1.19, // 968 texts
  programme: 0.9, // 294 texts
  event: 0.74, // 1147 texts
  attribute: 0.74, // 207 texts
  hand: 0.63, // 122 texts
  news: -0.77, // 1127 texts
  headline: -2.13, // 5424 texts
};

/** Log-odds of a text in which nothing was found. */
export const FITTED_BIAS = -1.28;
