import { agencyOf, type Call } from "@/lib/kernel/call";
import { command } from "@/lib/kernel/command";
import { forbidden } from "@/lib/kernel/fault";
import { newId } from "@/lib/kernel/ids";
import { redraw } from "@/lib/kernel/picture";
import { type Product, UploadProductPhoto } from "../contract/product";
import { mayChangeProducts } from "../policy";
import { productPhotoKey } from "../queries/products";
import { asProducts, findProduct, lockProduct, setProduct } from "../store/products";

const EDGE = 1_000;

async function keepFile(call: Call, file: Uint8Array): Promise<string> {
  // Nobody's picture is worked on before it is known that they may add one.
  if (!mayChangeProducts(call.actor)) throw forbidden();
  const { data } = await redraw(file, { edge: EDGE, quality: 80 });
  const id = newId();
  await call.ports.files.put(productPhotoKey(agencyOf(call), id), data, { type: "image/webp" });
  return id;
}

/** Gives a product its picture. @throws Fault `photo_invalid` for what is no picture */
export const setProductPhoto = command({
  name: "shop.set_photo",
  input: UploadProductPhoto,
  prepare: async (call, { id, file }) => ({ id, photoId: await keepFile(call, file) }),
  load: (work, { id }) => lockProduct(work, id),
  allow: mayChangeProducts,
  run: async (work, { id, photoId }, row): Promise<Product> => {
    await setProduct(work, row, { photoId });
    return (await asProducts(work, [await findProduct(work, id)]))[0]!;
  },
});
