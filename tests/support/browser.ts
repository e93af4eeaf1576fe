import { existsSync } from "node:fs";

/** Where install.sh finds or puts a browser. The one without windows costs the journeys a sixth less. */
export const BROWSERS = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/google-chrome"];
export const browserPath = (): string | undefined => BROWSERS.find((path) => existsSync(path));
