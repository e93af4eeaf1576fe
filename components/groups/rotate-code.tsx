"use client";

import { RefreshCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type Act, useAct } from "@/components/shell/use-act";
import { Button } from "@/components/ui/button";
import { RadioGroup } from "@/components/ui/choices";
import { Confirm } from "@/components/ui/confirm";
import { TextField } from "@/components/ui/field";
import { fromWall } from "@/lib/i18n/wall-time";

type RotateCodeProps = {
  group: { id: string; number: number; joinCode: string; timeZone: string };
  rotate: Act<{ groupId: string; expiresAt: string | null }>;
};

/** A fresh code; asked first, since every printed one dies with the old. */
export function RotateCode({ group, rotate }: RotateCodeProps) {
  const t = useTranslations("office.code");
  const words = useTranslations("groups.code");
  const common = useTranslations("common");
  const problem = useTranslations("errors.fields");
  const { busy, act } = useAct();
  const [open, setOpen] = useState(false);
  const [until, setUntil] = useState("end");
  const [wall, setWall] = useState("");
  const [wrong, setWrong] = useState<"required" | "already_past" | null>(null);
  const renew = () => {
    const at = until === "date" ? fromWall(wall, group.timeZone) : null;
    if (until === "date" && !at) return setWrong("required");
    if (at && at.getTime() <= Date.now()) return setWrong("already_past");
    act(() => rotate({ groupId: group.id, expiresAt: at?.toISOString() ?? null }), {
      said: { text: t("renewed") },
      done: () => setOpen(false),
    });
  };
  return (
    <Confirm
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="sm" icon={<RefreshCw aria-hidden size={15} />}>
          {words("rotate")}
        </Button>
      }
      title={t("ask", { number: String(group.number) })}
      text={t("askText", { code: group.joinCode })}
      keep={t("keep")}
      verb={t("sure")}
      busy={busy && common("saving")}
      go={() => renew()}
    >
      <RadioGroup
        legend={t("lives")}
        value={until}
        onValue={setUntil}
        options={[
          { value: "end", label: t("untilEnd") },
          { value: "date", label: t("untilDate") },
        ]}
      />
      {until === "date" ? (
        <TextField
          className="mt-2"
          type="datetime-local"
          label={t("date")}
          error={wrong && problem(wrong)}
          value={wall}
          onChange={(event) => {
            setWall(event.target.value);
            setWrong(null);
          }}
        />
      ) : null}
    </Confirm>
  );
}
