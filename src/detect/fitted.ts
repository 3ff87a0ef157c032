import type { Signal } from "./signals.ts";

export const FITTED: Readonly<Partial<Record<Signal, number>>> = {};
export const FITTED_BIAS = -2.6;
