"use client";

import { useTranslations } from "next-intl";
import { type Act, useAct } from "@/components/journey/use-act";
import { Button } from "@/components/ui/button";
import type { Package } from "@/lib/packages/contract/package";

type PublishActProps = { saved: Package; update: Act<{ id: string; published: boolean }, Package> };

/** Shows a package on the agency's site, or hides it. */
export function PublishAct({ saved: { id, published }, update }: PublishActProps) {
  const t = useTranslations("packages");
  const { busy, act } = useAct();
  return (
    <Button
      kind={published ? "secondary" : "primary"}
      busy={busy && t("save")}
      onClick={() =>
        act(() => update({ id, published: !published }), { said: { text: t(published ? "hidden" : "published") } })
      }
    >
      {t(published ? "hide" : "publish")}
    </Button>
  );
}
