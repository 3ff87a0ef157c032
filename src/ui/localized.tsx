import { Component, type ComponentChild } from "preact";
import { onLanguage } from "../i18n/language.ts";

/**
 * Draws its children again when the language changes. Stands once at the root of each tree; the child is a function,
 * so that everything below is made anew.
 */
export class Spoken extends Component<{ children: () => ComponentChild }> {
  private stop: (() => void) | undefined;

  override componentDidMount() {
    this.stop = onLanguage(() => this.forceUpdate());
  }

  override componentWillUnmount() {
    this.stop?.();
  }

  render() {
    return this.props.children();
  }
}
