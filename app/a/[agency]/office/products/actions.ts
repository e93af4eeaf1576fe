"use server";

import { archiveProduct, createProduct, updateProduct } from "@/lib/shop/commands/products";
import { listProducts } from "@/lib/shop/queries/products";
import { action } from "@/server/doors/action";

export const list = action(listProducts);
export const create = action(createProduct);
export const update = action(updateProduct);
export const archive = action(archiveProduct);
