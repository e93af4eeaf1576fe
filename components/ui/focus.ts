/** What opened takes the keys itself, and none of what it holds. */
export const focusIt = (event: Event) => {
  event.preventDefault();
  (event.currentTarget as HTMLElement).focus();
};

/** Whoever pressed what is gone by now goes on at the page's own matter, not at the first link of the house. */
export const keepKeys = () => {
  if (document.activeElement === document.body) document.getElementById("content")?.focus({ preventScroll: true });
};
