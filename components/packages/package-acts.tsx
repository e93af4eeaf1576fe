"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type Act, useAct } from "@/components/shell/use-act";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import type { Package } from "@/lib/packages/contract/package";

type PackageActsProps = {
  saved: Package;
  /** Where packages are listed. */
  home: string;
  update: Act<{ id: string; published: boolean }, Package>;
  archive: Act<{ id: string }>;
};

/** Shows a package on the agency's site, hides it, or puts it away for good. */
export function PackageActs({ saved: { id, published, name }, home, update, archive }: PackageActsProps) {
  const t = useTranslations("packages");
  const router = useRouter();
  const { busy, act } = useAct();
  const putAway = () =>
    act(() => archive({ id }), { said: { text: t("archive.done") }, done: () => router.push(home) });
  return (
    <>
      <Confirm
        title={t("archive.ask", { name })}
        text={t("archive.text")}
        trigger={<Button kind="danger-quiet">{t("archive.act")}</Button>}
        keep={t("archive.keep")}
        verb={t("archive.act")}
        go={(close) => {
          close();
          putAway();
        }}
      />
      <Button
        kind={published ? "secondary" : "primary"}
        busy={busy && t("save")}
        onClick={() =>
          act(() => update({ id, published: !published }), { said: { text: t(published ? "hidden" : "published") } })
        }
      >
        {t(published ? "hide" : "publish")}
      </Button>
    </>
  );
}
