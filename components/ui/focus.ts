/** What opened takes the keys itself, and none of what it holds. */
export const focusIt = (event: Event) => {
  event.preventDefault();
  (event.currentTarget as HTMLElement).focus();
};
