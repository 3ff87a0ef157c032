import "../../src/ui/tokens.css";
import "../../src/pages/popup/popup.css";

/** The frame in the page is painted first; scripts, state and rules follow one frame later. */
let begun = false;
const begin = () => {
  if (begun) return;
  begun = true;
  void import("./popup.ts");
};
requestAnimationFrame(() => setTimeout(begin));
/* A page that is not seen draws no frames. */
setTimeout(begin, 100);
