/** The parts of the interface alone, by keyboard, mouse and scripts: built once and shown in one browser. */
import "./ui/ask.tests.ts";
import "./ui/dialog.tests.ts";
import "./ui/pages.tests.ts";
