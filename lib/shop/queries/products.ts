import { agencyOf, type Work } from "@/lib/kernel/call";
import { nothing } from "@/lib/kernel/command";
import { notFound } from "@/lib/kernel/fault";
import { query } from "@/lib/kernel/query";
import { ListProducts, ProductRef } from "../contract/product";
import { mayExportProducts, maySeeProduct, maySeeShop } from "../policy";
import { asProducts, findProduct, listProductRows } from "../store/products";

/** Where a product's picture lies. */
export const productPhotoKey = (agencyId: string, id: string) => `agency/${agencyId}/products/${id}.webp`;

async function list(work: Work, input: ListProducts) {
  const page = await listProductRows(work, input);
  return { ...page, data: await asProducts(work, page.data) };
}

/** What is sold, with what is left; who works here sees what is not published yet, too. */
export const listProducts = query({
  name: "shop.list_products",
  input: ListProducts,
  load: nothing,
  allow: maySeeShop,
  run: list,
});

/** The same list, taken out of the house. */
export const exportProducts = query({
  name: "shop.export_products",
  input: ListProducts,
  load: nothing,
  allow: mayExportProducts,
  run: list,
});

/** One product with what is left of it. @throws Fault `product_not_found` */
export const readProduct = query({
  name: "shop.read_product",
  input: ProductRef,
  load: (work, { id }) => findProduct(work, id),
  allow: maySeeProduct,
  run: async (work, _input, row) => (await asProducts(work, [row]))[0]!,
});

/** @throws Fault `photo_not_found` */
export const readProductPhoto = query({
  name: "shop.read_photo",
  input: ProductRef,
  load: (work, { id }) => findProduct(work, id),
  allow: maySeeProduct,
  run: async (work, _input, { photoId }) => {
    const body = photoId && (await work.ports.files.get(productPhotoKey(agencyOf(work), photoId)));
    if (!body) throw notFound("photo");
    return { body, type: "image/webp" };
  },
});
