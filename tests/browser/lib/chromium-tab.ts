import type { Request } from "@playwright/test";

/** A tab's own document; a tab that is just opening has no frame yet. */
export function isOfTab(request: Request): boolean {
  if (!request.isNavigationRequest()) return false;
  try {
    return request.frame().parentFrame() === null;
  } catch {
    return true;
  }
}
