import { Component, render } from "preact";
import { adoptSheets } from "../dom/stylesheets.ts";
import type { Notice } from "../domain/warning.ts";
import type { PageUi } from "../guard/overlay-port.ts";
import { Localized } from "../ui/localized.tsx";
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

/** What the guard draws inside its closed shadow root, in Preact. */
export const overlayUi: PageUi = {
  question: mountWarning,
  prewarm: (root, warning) => mountWarning(root, warning, () => {}).unmount(),
  mark(root, into, notice, dismiss) {
    adoptSheets(root, baseCss, noticeCss);
    render(
      <Localized>{() => <NoticeDisclosure part={NoticeMark} notice={notice} dismiss={dismiss} />}</Localized>,
      into,
    );
    return () => render(null, into);
  },
  toast(root, into, message, close) {
    adoptSheets(root, baseCss, noticeCss);
    render(<Localized>{() => <Toast message={message} onClose={close} />}</Localized>, into);
    return () => render(null, into);
  },
  strip(root, into, notice, dismiss) {
    adoptSheets(root, baseCss, noticeCss);
    render(
      <Localized>
        {() => <NoticeDisclosure part={NoticeStrip} notice={notice} dismiss={dismiss} />}
      </Localized>,
      into,
    );
    return () => render(null, into);
  },
};
