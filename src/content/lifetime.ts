import { browser } from "@wxt-dev/browser";

/** False in a script that an update or a removal of the extension left behind. */
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

/** False in a private window and in a script left behind: nothing that a user does there is kept. */
export const canRecord = (): boolean => isAlive() && !isPrivate();
