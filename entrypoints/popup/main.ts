import "../../src/ui/tokens.css";
import "../../src/ui/page-tokens.css";
import "../../src/pages/popup/popup.css";

/** Paints the empty popup first: the script, state and rules are loaded one frame later. */
let started = false;
const start = () => {
  if (started) return;
  started = true;
  void import("./popup.ts");
};
requestAnimationFrame(() => setTimeout(start));
/* A hidden page gets no animation frames. */
setTimeout(start, 100);
