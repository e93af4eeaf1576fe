import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { titled } from "@/app/titled";
import { PageHeader } from "@/components/shell/headers";
import { Speak } from "@/components/shell/speak";
import { ProductForm } from "@/components/shop/product-form";
import { readAgency } from "@/lib/agencies/queries/agency";
import { mayChangeProducts } from "@/lib/shop/policy";
import { pageCall, read } from "@/server/doors/page";
import { create } from "../actions";

type Props = { params: Promise<{ agency: string }> };

export const generateMetadata = titled("shop.new");

export default async function NewProductPage({ params }: Props) {
  const { agency: slug } = await params;
  const home = `/a/${slug}/office/products`;
  const call = await pageCall(slug, "office", `${home}/new`);
  if (call.readOnly || !mayChangeProducts(call.actor)) return notFound();
  const [{ currency }, t] = await Promise.all([read(readAgency(call, {})), getTranslations("shop")]);
  return (
    <Speak namespaces={["shop"]}>
      <PageHeader title={t("new")} back={{ href: home, to: "products" }} />
      <ProductForm currency={currency} home={home} create={create.bind(null, slug)} />
    </Speak>
  );
}
