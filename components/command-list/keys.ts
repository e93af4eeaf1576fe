const FIELDS = "input, textarea, select, [contenteditable=true]";
/** What lies over the page has the keys to itself. */
const OVER = "[role=dialog], [role=alertdialog], [role=menu]";

/** Whether a press of one key alone is meant for the page: not while somebody types, and not through what lies over it.
 * A desk that listens beneath an open list would decide about somebody's money, unseen. */
export const isForPage = ({ target, defaultPrevented, metaKey, ctrlKey, altKey }: KeyboardEvent): boolean =>
  // What it closed is gone by now: Escape that left a question closed what stood beside the list as well.
  !defaultPrevented &&
  !(metaKey || ctrlKey || altKey) &&
  !(target instanceof Element && target.closest(FIELDS)) &&
  document.querySelector(OVER) === null;
