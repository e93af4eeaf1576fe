"use client";

import { ImageUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFieldErrors } from "@/components/shell/field-errors";
import { asAnswer, upload } from "@/components/shell/files";
import { type Act, useAct } from "@/components/shell/use-act";
import { Avatar } from "@/components/ui/avatar";
import { StatusLine } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { FileButton } from "@/components/ui/file-button";
import type { Agency } from "@/lib/agencies/contract/agency";
import { contrastWithWhite, LEAST_CONTRAST } from "@/lib/agencies/rules/colour";
import { SaveCard } from "./save-card";

type Colour = { brandColour: string | null };
type BrandCardProps = { agency: Agency; save?: Act<Colour, Agency>; dropLogo?: Act<Record<string, never>> };

/** Picture and colour: shown on the agency's own tile and cover, never on a status or an act. */
export function BrandCard({ agency, save, dropLogo }: BrandCardProps) {
  const t = useTranslations("agency.settings");
  const [colour, setColour] = useState(agency.brandColour ?? "");
  const { busy, act } = useAct();
  const choose = (file: File) => {
    const send = () => upload<Agency>(agency.slug, "/api/v1/agency/logo", file, "PUT").then(asAnswer);
    act(send, { said: { text: t("logoSet") } });
  };
  return (
    <SaveCard
      title={t("brand")}
      text={t("brandText")}
      wish={() => ({ brandColour: colour.trim() || null })}
      before={() => ({ brandColour: agency.brandColour })}
      save={save}
      onUndone={() => setColour(agency.brandColour ?? "")}
    >
      {(details) => (
        <>
          <div className="flex flex-wrap items-center gap-4">
            <Avatar name={agency.name} src={agency.logo} size={64} square />
            {save ? (
              <div className="flex flex-wrap items-center gap-2.5" aria-busy={busy}>
                <FileButton
                  accept="image/jpeg,image/png,image/webp,image/avif"
                  icon={<ImageUp aria-hidden size={16} />}
                  choose={choose}
                >
                  {t(agency.logo ? "logoOther" : "logoChoose")}
                </FileButton>
                {agency.logo && dropLogo ? (
                  <Button kind="ghost" onClick={() => act(() => dropLogo({}), { said: { text: t("logoGone") } })}>
                    {t("logoDrop")}
                  </Button>
                ) : null}
              </div>
            ) : null}
          </div>
          <ColourField {...{ details, colour, setColour }} name={agency.name} />
        </>
      )}
    </SaveCard>
  );
}

type ColourFieldProps = { details: unknown; colour: string; setColour: (colour: string) => void; name: string };

function ColourField({ details, colour, setColour, name }: ColourFieldProps) {
  const t = useTranslations("agency.settings");
  const errorOf = useFieldErrors(details);
  const hex = /^#[0-9a-f]{6}$/i.test(colour.trim()) ? colour.trim() : null;
  const contrast = hex ? contrastWithWhite(hex) : null;
  return (
    <div className="flex flex-wrap items-end gap-4">
      <TextField
        label={t("colour")}
        hint={t("colourHint")}
        dir="ltr"
        optional
        maxLength={7}
        placeholder="#0b5c6b"
        value={colour}
        error={errorOf("brandColour")}
        onChange={(event) => setColour(event.target.value)}
        className="w-48 max-w-full"
      />
      {hex && contrast ? (
        <div className="flex flex-col gap-1.5">
          <span className="rounded-md px-4 py-2 font-semibold text-white" style={{ background: hex }}>
            <bdi>{name}</bdi>
          </span>
          <StatusLine status={contrast >= LEAST_CONTRAST ? "ok" : "warn"}>
            {t(contrast >= LEAST_CONTRAST ? "readable" : "unreadable", { contrast: contrast.toFixed(1) })}
          </StatusLine>
        </div>
      ) : null}
    </div>
  );
}
