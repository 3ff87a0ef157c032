import type { Signal } from "./signals.ts";

/** Written by `npm run train`: log-odds of each signal beside the text model's, and how many texts had it. */
export const FITTED: Readonly<Partial<Record<Signal, number>>> = {
  model: 0.61,
  pair: 1.63, // 7428 texts
  "full-name": 0.44, // 3837 texts
  "single-name": 0.44, // 8286 texts
  "part-name": 0.44, // 121 texts
  "common-name": 0.75, // 386 texts
  "tagged-name": 1.12, // 1284 texts
  "named-with-cue": -0.51, // 8391 texts
  "named-in-talk": 0.47, // 8049 texts
  party: -0.5, // 4344 texts
  mention: 0.75, // 401 texts
  call: 0.15, // 3889 texts
  "call-with-number": 0.62, // 439 texts
  "call-with-name": 0.23, // 2477 texts
  number: 0.15, // 1483 texts
  slogan: 1.53, // 615 texts
  "ticket-slogan": 2.59, // 243 texts
  victory: 0.81, // 1721 texts
  programme: 0.76, // 507 texts
  event: 0.32, // 2127 texts
  charity: 0.44, // 97 texts
  attribute: 0.24, // 763 texts
  hand: 0.58, // 306 texts
  news: -0.68, // 1611 texts
  headline: -2.52, // 6332 texts
  report: -0.26, // 1794 texts
  explicit: 1.68, // 5494 texts
  "explicit-past": 0.41, // 560 texts
  side: 1.94, // 311 texts
  "spoken-of": -0.01, // 3619 texts
  "election-talk": 0, // 16312 texts
};

/** Log-odds of a text in which nothing was found. */
export const FITTED_BIAS = -0.35;
