/**
 * Whether a translator (Chrome's, Edge's) put other words into a control: it wraps them in `<font>`. What the control says
 * is then not what the site wrote, and its place has to tell what it does.
 */
export const isTranslated = (control: Element): boolean => control.querySelector("font") !== null;
