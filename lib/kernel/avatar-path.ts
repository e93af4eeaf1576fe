/** Where the picture of a member is read by whoever may see them, or null when there is none. The name of its file makes a new
 * picture a new address. */
export const avatarPath = (userId: string, avatar: string | null): string | null =>
  avatar === null ? null : `/api/v1/users/${userId}/avatar?v=${avatar}`;
