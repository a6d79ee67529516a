import type { GroupMember } from './decide.ts';
import type { ReadMember } from './members.ts';

/** A member, and of which group it is. */
export type ShownMember = GroupMember & { readonly groupId: string; readonly leaderId: string };

/** A company that is added up, and how far its books are counted. */
export type ShownCompany = ReadMember & { readonly seq: number };
