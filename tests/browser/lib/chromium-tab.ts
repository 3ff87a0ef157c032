import type { Request } from "@playwright/test";

/** A tab's own document; that of a tab just being opened has no frame yet. */
export function isOfTab(request: Request): boolean {
  if (!request.isNavigationRequest()) return false;
  try {
    return request.frame().parentFrame() === null;
  } catch {
    return true;
  }
}
