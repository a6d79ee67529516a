import type { GroupMember } from './decide.ts';

/** A member, and of which group it is. */
export type ShownMember = GroupMember & { readonly groupId: string; readonly leaderId: string };
