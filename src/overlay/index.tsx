import { Component, type ComponentChild, render } from "preact";
import { positionBeside } from "../dom/anchored-position.ts";
import { watchOcclusion } from "../dom/occlusion.ts";
import { styleWhenOrphaned } from "../dom/orphan-style.ts";
import { adoptSheets } from "../dom/stylesheets.ts";
import { topLayerDeep } from "../dom/top-layer-deep.ts";
import type { Notice } from "../domain/warning.ts";
import type { PageUi } from "../guard/overlay-port.ts";
import { Localized } from "../ui/localized.tsx";
import { isAsDrawn } from "./as-drawn.ts";
import { shield } from "./event-shield.ts";
import { mountWarning } from "./mount-dialog.tsx";
import { NoticeCard, NoticeMark, NoticeStrip } from "./notice.tsx";
import { noticeCss } from "./notice-styles.ts";
import { baseCss } from "./styles.ts";
import { Toast } from "./toast.tsx";

interface NoticeDisclosureProps {
  notice: Notice;
  dismiss: () => void;
  part: typeof NoticeMark | typeof NoticeStrip;
}

/** A mark or strip that opens its card. A class, because `preact/hooks` would cost every page 3 KB for one flag. */
class NoticeDisclosure extends Component<NoticeDisclosureProps, { open: boolean; hidden: boolean }> {
  override state = { open: false, hidden: false };
  private toggle = () => this.setState({ open: !this.state.open });
  private close = () => this.setState({ open: false });
  private hide = () => this.setState({ open: false, hidden: true });

  render({ notice, dismiss, part: Part }: NoticeDisclosureProps) {
    const { open, hidden } = this.state;
    if (hidden) return null;
    return (
      <>
        <Part notice={notice} open={open} onToggle={this.toggle} onClose={this.hide} />
        {open && <NoticeCard notice={notice} onAnswer={dismiss} onClose={this.close} />}
      </>
    );
  }
}

/** Draws into a box, which becomes invisible once this script is gone. @returns removes the drawing */
function draw(root: ShadowRoot, into: HTMLElement, part: () => ComponentChild): () => void {
  shield(root);
  adoptSheets(root, baseCss, noticeCss);
  render(<Localized>{part}</Localized>, into);
  const removeOrphanStyle = styleWhenOrphaned(into, { visibility: "hidden" });
  return () => {
    removeOrphanStyle();
    render(null, into);
  };
}

/** What the guard draws inside its closed shadow root, in Preact. */
export const overlayUi: PageUi = {
  question: mountWarning,
  tools: () => ({ topLayerDeep, watchOcclusion, positionBeside, isAsDrawn }),
  prewarm: (root, warning) => mountWarning(root, warning, () => {}).unmount(),
  mark(root, into, notice, dismiss) {
    return draw(root, into, () => <NoticeDisclosure part={NoticeMark} notice={notice} dismiss={dismiss} />);
  },
  toast(root, into, message, close) {
    return draw(root, into, () => <Toast message={message} onClose={close} />);
  },
  strip(root, into, notice, dismiss) {
    return draw(root, into, () => <NoticeDisclosure part={NoticeStrip} notice={notice} dismiss={dismiss} />);
  },
};
