/** True when a key belongs to a field or comes with a modifier, so that it is no shortcut of ours. */
export function isTyping(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey || event.altKey || (event.target as Element).closest('input:not([type="radio"]), textarea, select, [contenteditable]') !== null;
}
