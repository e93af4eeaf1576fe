/** Back to where a reader came from: the settings, if their link says so, else today. */
export const backFrom = (home: string, from: string | undefined) =>
  from === "settings"
    ? ({ href: `${home}/settings`, to: "settings" } as const)
    : ({ href: home, to: "today" } as const);
