// next-intl wants a default export; ours lives with the other doors.
export { requestLocale as default } from "./server/doors/request-locale";
