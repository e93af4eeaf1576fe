"use client";

import { FileUp } from "lucide-react";
import { useLocale } from "next-intl";
import { type FormEvent, useState } from "react";
import { type Act, useAct } from "@/components/shell/use-act";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FileField } from "@/components/ui/file-field";
import { Form } from "@/components/ui/form";
import { toast } from "@/components/ui/toast";
import { decodeText } from "@/lib/kernel/decode";
import type { Imported } from "@/lib/payments/contract/bank";
import { usePaymentWords } from "./words";

type BankText = { name: string; csv: string; currency: string };
type BankFileProps = { currency: string; send: Act<BankText, Imported> };

/** The bank's own file of what came in, read so that proofs have a second witness. */
export function BankFile({ currency, send }: BankFileProps) {
  const { t } = usePaymentWords();
  const locale = useLocale();
  const { busy, act } = useAct();
  const [open, setOpen] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const read = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const file = new FormData(event.currentTarget).get("file");
    if (!(file instanceof File) || file.size === 0) return setWrong(t("bank.missing"));
    const csv = decodeText(new Uint8Array(await file.arrayBuffer()), locale);
    act(() => send({ name: file.name, csv, currency }), {
      refused: setWrong,
      done: ({ fresh, known, matched }) => {
        setOpen(false);
        toast({ text: t("bank.read", { fresh, known, matched }), kind: "done" });
      },
    });
  };
  return (
    <Dialog
      title={t("bank.add")}
      text={t("bank.text")}
      open={open}
      onOpenChange={setOpen}
      trigger={<Button icon={<FileUp aria-hidden size={16} />}>{t("bank.add")}</Button>}
    >
      <Form onSubmit={read} noValidate className="flex flex-col gap-4">
        <FileField name="file" accept=".csv,text/csv,text/plain" label={t("bank.file")} error={wrong} />
        <Button type="submit" kind="primary" busy={busy && t("bank.reading")}>
          {t("bank.add")}
        </Button>
      </Form>
    </Dialog>
  );
}
