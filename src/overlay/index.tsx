import { Component, render } from "preact";
import { adoptSheets } from "../dom/stylesheets.ts";
import type { Notice } from "../domain/warning.ts";
import type { PageUi } from "../guard/overlay-port.ts";
import { Spoken } from "../ui/localized.tsx";
import { mountWarning } from "./mount-dialog.tsx";
import { NoticeCard, NoticeMark, Strip } from "./notice.tsx";
import { noticeCss } from "./notice-styles.ts";
import { baseCss } from "./styles.ts";
import { ToldLine } from "./toast.tsx";

interface Shown {
  notice: Notice;
  dismiss: () => void;
  as: typeof NoticeMark | typeof Strip;
}

/** A mark or strip with its card. A class, because `preact/hooks` would cost every page 3 KB for one flag. */
class Opening extends Component<Shown, { open: boolean; away: boolean }> {
  override state = { open: false, away: false };
  private toggle = () => this.setState({ open: !this.state.open });
  private close = () => this.setState({ open: false });
  private putAway = () => this.setState({ open: false, away: true });

  render({ notice, dismiss, as: Part }: Shown) {
    const { open, away } = this.state;
    if (away) return null;
    return (
      <>
        <Part notice={notice} open={open} onToggle={this.toggle} onClose={this.putAway} />
        {open && <NoticeCard notice={notice} onAnswer={dismiss} onClose={this.close} />}
      </>
    );
  }
}

/** The guard's interface in Preact, for its closed root. */
export const guardUi: PageUi = {
  question: mountWarning,
  prewarm: (root, warning) => mountWarning(root, warning, () => {}).unmount(),
  mark(root, into, notice, dismiss) {
    adoptSheets(root, baseCss, noticeCss);
    render(<Spoken>{() => <Opening as={NoticeMark} notice={notice} dismiss={dismiss} />}</Spoken>, into);
    return () => render(null, into);
  },
  toast(root, into, what, close) {
    adoptSheets(root, baseCss, noticeCss);
    render(<Spoken>{() => <ToldLine what={what} onClose={close} />}</Spoken>, into);
    return () => render(null, into);
  },
  strip(root, into, notice, dismiss) {
    adoptSheets(root, baseCss, noticeCss);
    render(<Spoken>{() => <Opening as={Strip} notice={notice} dismiss={dismiss} />}</Spoken>, into);
    return () => render(null, into);
  },
};
