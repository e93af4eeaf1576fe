"use client";

import { FileUp } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { type Act, useAct } from "@/components/shell/use-act";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FileButton } from "@/components/ui/file-button";
import type { Role } from "@/lib/kernel/actor";
import { decodeText } from "@/lib/kernel/decode";
import type { Imported } from "@/lib/users/contract";

type ImportDialogProps = { send: Act<{ csv: string; check: boolean }, Imported>; givable: readonly Role[] };

/** Invites everybody in a table: first it is looked through, and each row with a mistake is named. */
export function ImportDialog({ send, givable }: ImportDialogProps) {
  const t = useTranslations("agency.staff");
  const words = useTranslations("entry.role");
  const common = useTranslations("common");
  const locale = useLocale();
  const [open, setOpen] = useState(false);
  const [csv, setCsv] = useState("");
  const [found, setFound] = useState<Imported | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const { busy, act } = useAct();
  const change = (next: boolean) => {
    setOpen(next);
    setCsv("");
    setFound(null);
    setRefused(null);
  };
  const look = async (file: File) => {
    const text = decodeText(new Uint8Array(await file.arrayBuffer()), locale);
    setCsv(text);
    setFound(null);
    setRefused(null);
    act(() => send({ csv: text, check: true }), { done: setFound, refused: setRefused });
  };
  const invite = () =>
    act(() => send({ csv, check: false }), {
      said: { text: t("imported", { count: found?.invited ?? 0 }) },
      done: () => change(false),
      refused: setRefused,
    });
  return (
    <Dialog
      open={open}
      onOpenChange={change}
      title={t("import")}
      text={`${t("importText")} ${t("importRoles", { roles: givable.map((role) => words(role)).join("\u00a0· ") })}`}
      trigger={<Button icon={<FileUp aria-hidden size={16} />}>{t("import")}</Button>}
      actions={(close) => (
        <>
          <Button onClick={close}>{common("cancel")}</Button>
          {found && found.invited > 0 ? (
            <Button kind="primary" busy={busy && common("saving")} onClick={invite}>
              {t("importSend", { count: found.invited })}
            </Button>
          ) : null}
        </>
      )}
    >
      <div className="flex flex-col gap-3">
        {refused ? <Banner kind="bad">{refused}</Banner> : null}
        <FileButton accept=".csv,text/csv" className="self-start" choose={(file) => void look(file)}>
          {t("importChoose")}
        </FileButton>
        {found ? (
          <p role="status">
            {t("importFound", { rows: found.rows, fine: found.invited, wrong: found.rows - found.invited })}
          </p>
        ) : null}
        {found && found.problems.length > 0 ? (
          <ul className="max-h-56 overflow-y-auto rounded-md bg-warn-soft p-3 text-sm text-warn-ink">
            {found.problems.map(({ row, field, problem, value }) => (
              <li key={`${row} ${field} ${problem}`}>
                {t("importRow", { row })} {value ? <bdi>{value}</bdi> : null} {t(`importProblem.${problem}`, { field })}
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </Dialog>
  );
}
