/** Operations that several tests of identity need. */
export const SET_ROLES = `mutation ($input: SetUserRolesInput!) {
  setUserRoles(input: $input) { user { id roles isActive kind } }
}`;
export const END_MEMBERSHIP = `mutation ($input: EndMembershipInput!) {
  endMembership(input: $input) { user { id roles isActive } }
}`;
export const RESTORE_MEMBERSHIP = `mutation ($input: RestoreMembershipInput!) {
  restoreMembership(input: $input) { user { id roles isActive } }
}`;
