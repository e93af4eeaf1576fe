import { headers } from "next/headers";

/** Holds what is sent from a `Form` until script has taken it over, and sends it then, once: a page that is half alive does not hear it
 * before. Written without quotes, ampersands and arrows, which would be escaped. */
const HOLD = `
addEventListener(\`submit\`, function (event) {
  const { target: form, submitter: button } = event;
  if (!form.hasAttribute(\`data-early\`)) return;
  event.preventDefault();
  event.stopPropagation();
  if (form.dataset.early) return;
  form.dataset.early = \`held\`;
  button?.setAttribute(\`aria-busy\`, true);
  function wait() {
    if (!form.isConnected) return;
    if (form.hasAttribute(\`data-early\`)) return setTimeout(wait, 50);
    button?.removeAttribute(\`aria-busy\`);
    form.requestSubmit(button);
  }
  wait();
}, true);`;

export async function EarlyPress() {
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  // The browser hides a nonce from whoever reads the page.
  return (
    <script nonce={nonce} suppressHydrationWarning>
      {HOLD}
    </script>
  );
}
