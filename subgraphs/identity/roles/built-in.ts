import { BUILT_IN_ROLES, type BuiltInRole } from '#shared/domain/permissions.ts';

/** What built-in roles are called by people. */
export const BUILT_IN_TITLES: Readonly<Record<BuiltInRole, { readonly ka: string; readonly en: string }>> = {
  accountant: { ka: 'ბუღალტერი', en: 'Accountant' },
  chief_accountant: { ka: 'მთავარი ბუღალტერი', en: 'Chief accountant' },
  tax_specialist: { ka: 'საგადასახადო სპეციალისტი', en: 'Tax specialist' },
  auditor: { ka: 'აუდიტორი', en: 'Auditor' },
  admin: { ka: 'ადმინისტრატორი', en: 'Administrator' },
};

export function isBuiltInRole(name: string): name is BuiltInRole {
  return Object.hasOwn(BUILT_IN_ROLES, name);
}
