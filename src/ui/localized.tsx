import { Component, type ComponentChild } from "preact";
import { onLanguageChange } from "../i18n/language.ts";

/**
 * Renders its children again when the language changes. Used once, at the root of each tree; the child is a function,
 * so that everything below it is rebuilt.
 */
export class Localized extends Component<{ children: () => ComponentChild }> {
  private unsubscribe: (() => void) | undefined;

  override componentDidMount() {
    this.unsubscribe = onLanguageChange(() => this.forceUpdate());
  }

  override componentWillUnmount() {
    this.unsubscribe?.();
  }

  render() {
    return this.props.children();
  }
}
