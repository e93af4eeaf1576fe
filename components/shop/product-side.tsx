"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { upload } from "@/components/shell/files";
import { type Act, useAct } from "@/components/shell/use-act";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Confirm } from "@/components/ui/confirm";
import { FileField } from "@/components/ui/file-field";
import { Form } from "@/components/ui/form";
import type { Product } from "@/lib/shop/contract/product";
import { ProductPicture } from "./product-picture";

type ProductSideProps = { agency: string; product: Product; home: string; archive: Act<{ id: string }> };

/** A product's picture, and the way out of the shop. */
export function ProductSide({ agency, product, home, archive }: ProductSideProps) {
  const t = useTranslations("shop.form");
  const common = useTranslations("common");
  const errors = useTranslations("errors");
  const router = useRouter();
  const { busy, act } = useAct();
  const [sending, setSending] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const { id, name } = product;
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const file = new FormData(event.currentTarget).get("file");
    if (!(file instanceof File && file.size > 0)) return;
    setSending(true);
    const sent = await upload(agency, `/api/v1/products/${id}/photo`, file);
    setSending(false);
    if (sent === "offline") return setWrong(errors("offline"));
    setWrong("refused" in sent ? sent.refused : null);
    if ("kept" in sent) router.refresh();
  };
  return (
    <Card title={t("photo")}>
      <ProductPicture agency={agency} product={product} className="mb-4" />
      <Form onSubmit={send} className="flex flex-col gap-3">
        <FileField
          name="file"
          accept="image/jpeg,image/png,image/webp"
          label={t("photo")}
          hint={t("photoHint")}
          error={wrong}
        />
        <Button type="submit" busy={sending && common("saving")}>
          {t("save")}
        </Button>
      </Form>
      <Confirm
        title={t("archiveAsk", { name })}
        text={t("archiveText")}
        trigger={
          <Button kind="danger-quiet" className="mt-6">
            {t("archive")}
          </Button>
        }
        keep={common("cancel")}
        verb={t("archive")}
        busy={busy && common("saving")}
        go={() =>
          act(() => archive({ id }), { said: { text: t("archived", { name }) }, done: () => router.push(home) })
        }
      />
    </Card>
  );
}
