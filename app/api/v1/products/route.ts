import { createProduct } from "@/lib/shop/commands/products";
import { Product, ProductPage } from "@/lib/shop/contract/product";
import { listProducts } from "@/lib/shop/queries/products";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(listProducts, { output: ProductPage, summary: "What the agency sells beside trips" });
export const POST = endpoint(createProduct, { output: Product, status: 201, summary: "Put a product on sale" });
