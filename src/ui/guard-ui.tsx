import { render } from "preact";
import { useState } from "preact/hooks";
import type { Notice } from "../guard/types.ts";
import type { GuardUi } from "../guard/ui.ts";
import { adopt } from "./adopt.ts";
import { mountWarning } from "./dialog/mount.tsx";
import { noticeCss } from "./notice/css.ts";
import { NoticeCard, NoticeMark, Strip } from "./notice/notice.tsx";
import { Spoken } from "./spoken.tsx";

function Mark({ notice, dismiss }: { notice: Notice; dismiss: () => void }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <NoticeMark open={open} onToggle={() => setOpen(!open)} />
      {open && <NoticeCard notice={notice} onAnswer={dismiss} onClose={() => setOpen(false)} />}
    </>
  );
}

function PageStrip({ notice, dismiss }: { notice: Notice; dismiss: () => void }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Strip notice={notice} open={open} onToggle={() => setOpen(!open)} />
      {open && <NoticeCard notice={notice} onAnswer={dismiss} onClose={() => setOpen(false)} />}
    </>
  );
}

/** The guard's interface in Preact, for its closed root. */
export const guardUi: GuardUi = {
  question: mountWarning,
  mark(root, into, notice, dismiss) {
    adopt(root, noticeCss);
    render(<Spoken>{() => <Mark notice={notice} dismiss={dismiss} />}</Spoken>, into);
    return () => render(null, into);
  },
  strip(root, into, notice, dismiss) {
    adopt(root, noticeCss);
    render(<Spoken>{() => <PageStrip notice={notice} dismiss={dismiss} />}</Spoken>, into);
    return () => render(null, into);
  },
};
