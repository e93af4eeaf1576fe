import { archiveProduct, updateProduct } from "@/lib/shop/commands/products";
import { Product } from "@/lib/shop/contract/product";
import { readProduct } from "@/lib/shop/queries/products";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(readProduct, { output: Product, summary: "One product with what is left" });
export const PATCH = endpoint(updateProduct, { output: Product, summary: "Change a product, its prices and stock" });
export const DELETE = endpoint(archiveProduct, { status: 204, summary: "Take a product out of the shop" });
