"use server";

import { archiveProduct, createProduct, updateProduct } from "@/lib/shop/commands/products";
import { exportProducts } from "@/lib/shop/queries/products";
import { action } from "@/server/doors/action";

export const exportAll = action(exportProducts);
export const create = action(createProduct);
export const update = action(updateProduct);
export const archive = action(archiveProduct);
