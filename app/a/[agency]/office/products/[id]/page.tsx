import { notFound } from "next/navigation";
import { titled } from "@/app/titled";
import { PageHeader } from "@/components/shell/headers";
import { Speak } from "@/components/shell/speak";
import { ProductForm } from "@/components/shop/product-form";
import { ProductSide } from "@/components/shop/product-side";
import { mayChangeProducts } from "@/lib/shop/policy";
import { readProduct } from "@/lib/shop/queries/products";
import { pageCall, read } from "@/server/doors/page";
import { archive, update } from "../actions";

type Props = { params: Promise<{ agency: string; id: string }> };

export const generateMetadata = titled("shop.products");

/** One product: what it is called, its kinds, prices, stock and picture. */
export default async function ProductPage({ params }: Props) {
  const { agency: slug, id } = await params;
  const home = `/a/${slug}/office/products`;
  const call = await pageCall(slug, "office", `${home}/${id}`);
  if (call.readOnly || !mayChangeProducts(call.actor)) return notFound();
  const product = await read(readProduct(call, { id }));
  return (
    <Speak namespaces={["shop"]}>
      <PageHeader title={<bdi>{product.name}</bdi>} back={{ href: home, to: "products" }} />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <ProductForm product={product} currency={product.currency} home={home} update={update.bind(null, slug)} />
        <ProductSide {...{ agency: slug, product, home }} archive={archive.bind(null, slug)} />
      </div>
    </Speak>
  );
}
