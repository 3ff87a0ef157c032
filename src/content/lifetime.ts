import { browser } from "@wxt-dev/browser";

/** False in a script orphaned by an update or a removal of the extension. */
export function isAlive(): boolean {
  try {
    return !!browser.runtime?.id;
  } catch {
    return false;
  }
}

const isPrivate = (): boolean => {
  try {
    return !!browser.extension?.inIncognitoContext;
  } catch {
    return false;
  }
};

/** False in a private window and in an orphaned script: nothing that the user does there is recorded. */
export const canRecord = (): boolean => isAlive() && !isPrivate();
