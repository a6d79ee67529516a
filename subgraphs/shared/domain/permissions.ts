/** Every permission there is; an SDL scope that is not listed here fails the build of the supergraph. */
export const PERMISSIONS = [
  'accounts:read',
  'accounts:write',
  'transactions:read',
  'transactions:write',
  'transactions:approve',
  'reports:financial',
  'reports:tax',
  'tax:write',
  'tax:submit',
  'payroll:read',
  'payroll:write',
  'payroll:approve',
  'inventory:read',
  'inventory:write',
  'inventory:approve',
  'audit:read',
  'admin:users',
  'admin:system',
] as const;

export type Permission = (typeof PERMISSIONS)[number];

const accountant: readonly Permission[] = [
  'accounts:read',
  'transactions:read',
  'transactions:write',
  'reports:financial',
];

/** The built-in roles of every company and what each may do. */
export const BUILT_IN_ROLES = {
  accountant,
  chief_accountant: [
    ...accountant,
    'accounts:write',
    'transactions:approve',
    'reports:tax',
    'tax:write',
    'tax:submit',
    'admin:users',
  ],
  tax_specialist: ['accounts:read', 'transactions:read', 'reports:tax', 'tax:write', 'tax:submit'],
  auditor: [
    'accounts:read',
    'transactions:read',
    'reports:financial',
    'reports:tax',
    'payroll:read',
    'inventory:read',
    'audit:read',
  ],
  admin: PERMISSIONS,
} as const satisfies Record<string, readonly Permission[]>;

export type BuiltInRole = keyof typeof BUILT_IN_ROLES;
