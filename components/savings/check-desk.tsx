import { useTranslations } from "next-intl";
import { StatusLine } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { TextField } from "@/components/ui/field";
import type { CheckedStatement } from "@/lib/savings/contract/out";
import { InWords } from "./in-words";
import { useWords } from "./words";

type CheckDeskProps = {
  code: string;
  /** The page that led here. */
  from: string | null;
  found: CheckedStatement | null;
};

/** Anybody checks a printed code; the form works without a script. */
export function CheckDesk({ code, from, found }: CheckDeskProps) {
  const t = useTranslations("savings.check");
  return (
    <div className="flex flex-col gap-5">
      <form method="get" action="/statement" className="flex flex-col gap-4">
        {from ? <input type="hidden" name="from" value={from} /> : null}
        <TextField
          name="code"
          label={t("code")}
          defaultValue={code}
          maxLength={40}
          autoCapitalize="characters"
          spellCheck={false}
          error={code && !found ? t("unknown") : null}
        />
        <Button type="submit" kind="primary" size="lg" wide>
          {t("submit")}
        </Button>
      </form>
      {found ? <Found {...found} /> : null}
    </div>
  );
}

function Found({ agency, balance, movements, issuedAt, holds, sealed, newest }: CheckedStatement) {
  const t = useTranslations("savings.check");
  const { sum, date } = useWords();
  return (
    <Card>
      <StatusLine status={holds ? "ok" : "bad"} className="font-semibold">
        {t(holds ? "true" : "false")}
      </StatusLine>
      <p className="mt-3 text-ink-2">{t("balance")}</p>
      <p className="tn display text-2xl">{sum(balance)}</p>
      <InWords money={balance} />
      <p className="mt-2">
        <bdi>{agency.name}</bdi>
      </p>
      <p className="text-ink-2">
        {t("issued")} {date(issuedAt, "UTC")}&nbsp;· {t("movements", { count: movements })}
      </p>
      <p className="mt-2 text-ink-2">
        {t(newest ? "newest" : "older")} {t(sealed ? "sealed" : "unsealed")}
      </p>
    </Card>
  );
}
