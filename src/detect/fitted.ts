import type { Signal } from "./signals.ts";

/** Written by `npm run train`: log-odds of each signal beside the text model's, and how many texts had it. */
export const FITTED: Readonly<Partial<Record<Signal, number>>> = {
  model: 0.97,
  pair: 0.4, // 4201 texts
  "full-name": 0.13, // 2835 texts
  "single-name": 0.8, // 3740 texts
  "common-name": 0.47, // 5268 texts
  "tagged-name": 1.08, // 1061 texts
  party: -0.43, // 3162 texts
  mention: 1.14, // 810 texts
  call: 0.54, // 2255 texts
  "call-with-number": 2.65, // 190 texts
  "call-with-name": 0.64, // 1351 texts
  number: 0.34, // 796 texts
  slogan: 1.66, // 285 texts
  victory: 0.91, // 968 texts
  programme: 0.73, // 294 texts
  event: 0.44, // 1147 texts
  attribute: 0.74, // 207 texts
  hand: 0.63, // 122 texts
  news: -0.94, // 1127 texts
};

/** Log-odds of a text in which nothing was found. */
export const FITTED_BIAS = -0.14;
