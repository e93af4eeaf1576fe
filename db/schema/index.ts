export * from "./agencies";
export * from "./groups";
export * from "./identity";
export * from "./inventory";
export * from "./kernel";
export * from "./notices";
export * from "./tracking";
export * from "./users";
