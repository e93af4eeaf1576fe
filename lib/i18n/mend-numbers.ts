import { figuresOf } from "./engine";

/** Messages write their own numbers ("#", "{count, number}") straight through Intl: where the engine claims kk without
 * its data, those would read 1,234 beside a server's 1 234. To be called before the first message is rendered. */
export function mendNumbers(): void {
  if (new Intl.NumberFormat("kk").format(1_000) !== "1,000") return;
  const withData = ([locale, options]: ConstructorParameters<typeof Intl.NumberFormat>) =>
    [typeof locale === "string" ? figuresOf(locale) : locale, options] as const;
  Intl.NumberFormat = new Proxy(Intl.NumberFormat, {
    construct: (made, given: ConstructorParameters<typeof Intl.NumberFormat>) => new made(...withData(given)),
    apply: (made, _, given: ConstructorParameters<typeof Intl.NumberFormat>) => made(...withData(given)),
  });
}
