import { ScanLine } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";

/** The counter: a code is typed, or a scanner that types it; Enter opens its order. Works without a script. */
export function PickUp({ home, unknown }: { home: string /** A code that is no order's. */; unknown: string | null }) {
  const t = useTranslations("shop.pickUp");
  return (
    <form action={home} method="get" className="card mb-4 flex flex-wrap items-start gap-3 p-4 print:hidden">
      <TextField
        name="code"
        label={t("label")}
        hint={t("hint")}
        error={unknown ? t("unknown", { code: unknown }) : null}
        defaultValue={unknown ?? ""}
        dir="ltr"
        maxLength={20}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        className="grow basis-56 md:max-w-80"
      />
      <Button type="submit" className="sm:mt-7" icon={<ScanLine aria-hidden size={16} />}>
        {t("open")}
      </Button>
    </form>
  );
}
