export { serveAuth as GET, serveAuth as POST } from "@/server/doors/sign-in";
