import { Component, type ComponentChild } from "preact";
import { onLanguageChange } from "../i18n/language.ts";

/**
 * Renders its children again when the language changes. Used once, at the root of each tree; the child is a function,
 * so that everything below it is rebuilt.
 */
export class Localized extends Component<{ children: () => ComponentChild }> {
  private stop: (() => void) | undefined;

  override componentDidMount() {
    this.stop = onLanguageChange(() => this.forceUpdate());
  }

  override componentWillUnmount() {
    this.stop?.();
  }

  render() {
    return this.props.children();
  }
}
