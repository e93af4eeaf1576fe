/** The browser's offer to install, which comes once per page and is kept until somebody takes it. */
type Offer = Event & { prompt: () => Promise<unknown> };

let offer: Offer | null = null;
let listening = false;
const listeners = new Set<() => void>();

const change = (next: Offer | null) => {
  offer = next;
  for (const tell of listeners) tell();
};

/** Begins to listen; safe to call again. */
export function listenForInstall(): void {
  if (listening) return;
  listening = true;
  window.addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    change(event as Offer);
  });
  window.addEventListener("appinstalled", () => change(null));
}

export const readOffer = () => offer;
export function subscribeOffer(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Asks the browser to ask. An offer works once. */
export async function takeOffer(): Promise<void> {
  const taken = offer;
  change(null);
  await taken?.prompt();
}
