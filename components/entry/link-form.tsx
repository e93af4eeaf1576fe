"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { enter } from "./enter";
import { destination } from "./next-path";
import { useRefusal } from "./use-refusal";

const TOKEN = /^#[\w-]{43}$/;

/** Uses a single-use link only when somebody presses: previews and mail scanners open addresses, but press nothing. */
export function LinkForm() {
  const t = useTranslations("entry.link");
  const refusal = useRefusal();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const press = async () => {
    const { hash } = window.location;
    if (!TOKEN.test(hash)) return setProblem(t("missing"));
    setBusy(true);
    const code = await enter({ token: hash.slice(1) });
    if (code === null) return window.location.replace(destination(null));
    setBusy(false);
    setProblem(refusal(code));
  };

  return (
    <div className="flex flex-col gap-4">
      {problem ? <Banner kind="bad">{problem}</Banner> : null}
      <Button kind="primary" size="lg" wide busy={busy ? t("busy") : false} onClick={press}>
        {t("submit")}
      </Button>
    </div>
  );
}
