import { LocaleSwitch, ThemeSwitch } from "@/components/shell/appearance";

/** Language and appearance, for whoever has no account menu. */
export function PublicFoot() {
  return (
    <footer
      id="foot"
      className="mx-auto flex w-full max-w-6xl flex-wrap items-end justify-between gap-4 px-5 pt-6 pb-8 md:px-8"
    >
      <LocaleSwitch className="min-w-[min(11rem,100%)]" />
      <ThemeSwitch />
    </footer>
  );
}
