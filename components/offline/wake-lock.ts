type Sentinel = { release(): Promise<void>; addEventListener(type: "release", listener: () => void): void };
type Locker = { request(type: "screen"): Promise<Sentinel> };

/**
 * Keeps the screen on while the map is open, because a browser stops sending once the page is hidden. The system takes
 * the lock away with every hiding, so it is asked for again. Does nothing where the API is absent. Returns the release.
 */
export function keepScreenOn(
  page: Document = document,
  locker: Locker | null | undefined = (navigator as { wakeLock?: Locker }).wakeLock,
): () => void {
  if (!locker) return () => undefined;
  let held: Sentinel | null = null;
  let over = false;
  const hold = async () => {
    if (over || held || page.visibilityState !== "visible") return;
    try {
      const sentinel = await locker.request("screen");
      if (over) return void (await sentinel.release());
      held = sentinel;
      sentinel.addEventListener("release", () => {
        held = null;
      });
    } catch {
      // Refused by a low battery: the map works without it.
    }
  };
  const onVisible = () => void hold();
  page.addEventListener("visibilitychange", onVisible);
  void hold();
  return () => {
    over = true;
    page.removeEventListener("visibilitychange", onVisible);
    void held?.release().catch(() => undefined);
  };
}
