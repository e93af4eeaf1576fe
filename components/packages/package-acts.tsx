"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type Act, useAct } from "@/components/journey/use-act";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
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
      <Dialog
        title={t("archive.ask", { name })}
        text={t("archive.text")}
        trigger={<Button kind="danger-quiet">{t("archive.act")}</Button>}
        actions={(close) => (
          <>
            <Button onClick={close}>{t("archive.keep")}</Button>
            <Button
              kind="danger"
              onClick={() => {
                close();
                putAway();
              }}
            >
              {t("archive.act")}
            </Button>
          </>
        )}
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
